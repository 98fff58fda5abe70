// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>

#include <string>

namespace reweigh {

/// Returns one translated sentence for an error, which names what is wrong and how to correct it.
QString errorText(const Error& error);

/// What is wrong with an image file, as its reader says it ("unknown image type"), in the user's language; in a longer text its parts that
/// are such reasons. What only the decoder's maker understands stays as it is.
QString imageFaultText(const std::string& text);

} // namespace reweigh
