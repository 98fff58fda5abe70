// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataSets.h"
#include "core/data/DataSource.h"

namespace reweigh {

/// The customary constants of `source` where its row (core/config/DataSets.h) has some, else those of its training images.
Normalisation normalisationFor(const DataSource& source);

/// Whether a mirrored image of this set still shows its class: not so for digits.
bool mayFlip(const DataSource& source);

} // namespace reweigh
