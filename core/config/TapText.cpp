// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/TapText.h"

#include "core/config/Names.h"

namespace reweigh {

const std::vector<std::string>& tapsWithLabel()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all = tapNames();
        for (const std::string& tap : tapNames())
            all.push_back(tap + "+label");
        return all;
    }();
    return names;
}

void setTap(MetaNetSpec& spec, const std::string& name)
{
    const std::size_t plus = name.find('+');
    spec.tap = name.substr(0, plus);
    spec.withLabel = plus != std::string::npos;
}

} // namespace reweigh
