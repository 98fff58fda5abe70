// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace reweigh {

/// One translatable sentence for an error: names the thing and the mend.
QString errorText(const Error& error);

} // namespace reweigh
