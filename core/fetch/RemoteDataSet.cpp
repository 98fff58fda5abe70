// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/RemoteDataSet.h"

namespace reweigh {

const RemoteDataSet* findRemoteDataSet(const std::string& name)
{
    const DataSetRow* row = dataSetRow(name);
    return row && row->remote ? &*row->remote : nullptr;
}

std::vector<std::string> remoteDataSetNames()
{
    std::vector<std::string> names;
    for (const DataSetRow& row : dataSetRows())
        if (row.remote)
            names.push_back(row.name);
    return names;
}

} // namespace reweigh
