// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/MetaNetSpec.h"

#include <algorithm>
#include <string_view>

namespace reweigh {

const std::vector<Choice>& inputParts()
{
    static const std::vector<Choice> parts = {
        {"loss", QT_TRANSLATE_NOOP("Settings", "loss")},      {"stem", QT_TRANSLATE_NOOP("Settings", "stem")},
        {"stage1", QT_TRANSLATE_NOOP("Settings", "stage 1")}, {"stage2", QT_TRANSLATE_NOOP("Settings", "stage 2")},
        {"stage3", QT_TRANSLATE_NOOP("Settings", "stage 3")}, {"penultimate", QT_TRANSLATE_NOOP("Settings", "penultimate")},
        {"logits", QT_TRANSLATE_NOOP("Settings", "logits")},  {"softmax", QT_TRANSLATE_NOOP("Settings", "softmax")},
        {"label", QT_TRANSLATE_NOOP("Settings", "label")},
    };
    return parts;
}

std::vector<std::string> partsOfInput(const std::string& name)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t plus = std::min(name.find('+', begin), name.size());
        parts.push_back(name.substr(begin, plus - begin));
        begin = plus + 1;
    }
    return parts;
}

const std::vector<std::string>& inputNames()
{
    static const std::vector<std::string> names = [] {
        const std::vector<std::string> parts = namesOf(inputParts());
        std::vector<std::string> all(parts.begin(), parts.end() - 1); // the loss, the layers
        for (auto layer = parts.begin() + 1; layer != parts.end() - 1; ++layer)
            all.push_back(parts.front() + "+" + *layer);
        all.push_back(parts.back());
        return all;
    }();
    return names;
}

const std::vector<std::string>& inputsWithLabel()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all = inputNames();
        for (const std::string& input : inputNames())
            if (input != "label")
                all.push_back(input + "+label");
        return all;
    }();
    return names;
}

void setInput(MetaNetSpec& spec, const std::string& name)
{
    constexpr std::string_view label = "+label";
    spec.withLabel = name.ends_with(label);
    spec.input = spec.withLabel ? name.substr(0, name.size() - label.size()) : name;
}

} // namespace reweigh
