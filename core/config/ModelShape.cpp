// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ModelShape.h"

#include "core/config/Classifiers.h"

namespace reweigh {
namespace {

long linear(long from, long to)
{
    return from * to + to;
}

} // namespace

int ModelShape::widthOf(const std::string& input) const
{
    if (input == "loss")
        return 1;
    if (input == "logits" || input == "softmax")
        return classes;
    if (input == "penultimate")
        return stages.empty() ? 0 : stages.back().width;
    for (const Stage& stage : stages)
        if (stage.name == input)
            return stage.width;
    return 0;
}

ModelShape modelShape(const std::string& model, int height, int width, int channels, int classes)
{
    ModelShape shape{.classes = classes};
    const std::optional<LayerList> layers = classifierLayers(model, {height, width, channels}, classes);
    if (!layers)
        return shape;
    for (const InputPoint& input : layers->inputLayers())
        shape.stages.push_back({input.name, input.width});
    shape.parameters = layers->parameters();
    return shape;
}

int metaNetInput(const MetaNetSpec& spec, const ModelShape& model)
{
    return model.widthOf(spec.input) + (spec.withLabel ? model.classes : 0);
}

long metaNetParameters(const MetaNetSpec& spec, int input)
{
    long count = 0, from = input;
    for (const int nodes : spec.hidden) {
        count += linear(from, nodes);
        from = nodes;
    }
    return count + linear(from, 1);
}

} // namespace reweigh
