// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/config/ConfigField.h"

#include <QString>

#include <string>

namespace reweigh {

/// The label of a setting (core/config/ConfigField.h) on screen, in the terms of the literature, without a colon.
QString fieldLabel(const std::string& key);

/// The tool tip of a setting: what it does, its unit and its name in the literature. Never empty for a known key.
QString fieldTip(const std::string& key);

/// The name of a setting's choice on screen, for example of choice "pair-map" of setting "noise-type".
QString fieldChoiceText(const std::string& key, const std::string& choice);

/// `sentence` with the labels of settings in place of their names on the command line, as core and widgets/text use them: "--val-per-class"
/// becomes “Validation, per class”.
QString withLabels(const QString& sentence);

/// The sentence for an error about a setting in `config`. It uses the setting's label instead of its key and formats the range by
/// the locale.
QString fieldErrorText(Error error, const ExperimentConfig& config = {});

} // namespace reweigh
