// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace reweigh {

/// Returns one translated sentence for an error, which names what is wrong and how to correct it.
QString errorText(const Error& error);

} // namespace reweigh
