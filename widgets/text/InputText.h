// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"

#include <QString>

#include <string>

namespace reweigh {

/// An input of MW-Net, by its name (inputName()), in words: "loss + stage 3 + label" for loss+stage3+label. Unknown names are returned
/// unchanged.
QString inputText(const std::string& name);

/// The input of a network in words: "stage 3 + label", "loss, standardised".
QString inputText(const MetaNetSpec& spec);

/// `input`, however it is written, and "standardised" behind it where the input of `spec` is.
QString withStandardisation(const QString& input, const MetaNetSpec& spec);

} // namespace reweigh
