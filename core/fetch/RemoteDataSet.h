// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataSets.h"

namespace reweigh {

/// The published place, size and checksum of `name` (cifar10, cifar100, mnist); null for any other.
const RemoteDataSet* findRemoteDataSet(const std::string& name);

/// Their names.
std::vector<std::string> remoteDataSetNames();

} // namespace reweigh
