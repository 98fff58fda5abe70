// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/FieldGroups.h"
#include "core/config/FieldBuilders.h"

namespace reweigh {

using namespace fields;

std::vector<ConfigField> dataFields()
{
    constexpr FieldGroup group = FieldGroup::Data;
    std::vector<ConfigField> list = {
        text("dataset", group, [](auto& c) -> auto& { return c.data.dataset; }, dataSetNames()),
        text("data-dir", group, [](auto& c) -> auto& { return c.data.dataDir; }),
        numeric("image-size", group, [](auto& c) -> auto& { return c.data.imageSize; }, 8, 224),
        choice("noise-type", group, [](auto& c) -> auto& { return c.data.noiseType; }),
        numeric("noise-rate", group, [](auto& c) -> auto& { return c.data.noiseRate; }, 0, 1),
        choice("imbalance-type", group, [](auto& c) -> auto& { return c.data.imbalanceType; }),
        numeric("imbalance-factor", group, [](auto& c) -> auto& { return c.data.imbalanceFactor; }, 1, 1e9),
        choice("order", group, [](auto& c) -> auto& { return c.data.order; }),
        flag("shuffle-classes", group, [](auto& c) -> auto& { return c.data.shuffleClasses; }),
        numeric("meta-per-class", group, [](auto& c) -> auto& { return c.data.metaPerClass; }, 1, 1e6),
        numeric("val-per-class", group, [](auto& c) -> auto& { return c.data.valPerClass; }, 1, 1e6),
        numeric("seed", group, [](auto& c) -> auto& { return c.data.seed; }, 0, 9007199254740992.0),
        numeric("train-limit", group, [](auto& c) -> auto& { return c.data.trainLimit; }, 0, 1e9),
    };
    for (ConfigField& field : list)
        if (field.key == "imbalance-factor")
            field.aliases = {"imbalance-ratio"};
    return list;
}

} // namespace reweigh
