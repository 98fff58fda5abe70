// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataPlan.h"

#include <cstdint>
#include <vector>

namespace reweigh::test {

/// The labels of a balanced set, without images. Image i has class i mod K; class c has superclass c mod `superclasses` if that is not 0.
struct LabelArrays {
    LabelArrays(const char* datasetName, int classCount, int perClass, int superclasses = 0)
        : name(datasetName)
        , classes(classCount)
    {
        for (int i = 0; i < classCount * perClass; ++i) {
            labels.push_back(static_cast<std::uint16_t>(i % classCount));
            if (superclasses > 0)
                superclass.push_back(static_cast<std::uint16_t>(i % classCount % superclasses));
        }
    }

    LabelView view() const { return {name, classes, labels, superclass}; }

    const char* name;
    int classes;
    std::vector<std::uint16_t> labels, superclass;
};

inline LabelArrays cifar10Labels()
{
    return {"cifar10", 10, 5000};
}
inline LabelArrays cifar100Labels()
{
    return {"cifar100", 100, 500, 20};
}

/// A recipe without held-out images, noise and imbalance, in which a test switches on what it needs.
inline DataOptions plainOptions()
{
    DataOptions options;
    options.noiseType = NoiseType::None;
    options.imbalanceType = ImbalanceType::None;
    options.metaPerClass = options.valPerClass = 0;
    return options;
}

} // namespace reweigh::test
