// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/config/ConfigField.h"

#include <QString>

#include <string>

namespace reweigh {

/// What a setting (core/config/ConfigField.h) is called on screen: the field's own terms, without a colon.
QString fieldLabel(const std::string& key);

/// What it does, with its unit and what the literature calls it. Never empty for a known key.
QString fieldTip(const std::string& key);

/// The name of one of a setting's choices: "noise-type", "pair-map".
QString fieldChoiceText(const std::string& key, const std::string& choice);

/// The sentence for an error of a setting in `config`: its label instead of its key, its range in the reader's language.
QString fieldErrorText(Error error, const ExperimentConfig& config = {});

} // namespace reweigh
