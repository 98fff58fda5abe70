// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/MetaNetSpec.h"

namespace reweigh {

const std::vector<Choice>& inputChoices()
{
    static const std::vector<Choice> choices = {
        {"loss", QT_TRANSLATE_NOOP("Settings", "loss")},      {"stem", QT_TRANSLATE_NOOP("Settings", "stem")},
        {"stage1", QT_TRANSLATE_NOOP("Settings", "stage 1")}, {"stage2", QT_TRANSLATE_NOOP("Settings", "stage 2")},
        {"stage3", QT_TRANSLATE_NOOP("Settings", "stage 3")}, {"penultimate", QT_TRANSLATE_NOOP("Settings", "penultimate")},
        {"logits", QT_TRANSLATE_NOOP("Settings", "logits")},  {"softmax", QT_TRANSLATE_NOOP("Settings", "softmax")},
    };
    return choices;
}

const std::vector<std::string>& inputNames()
{
    static const std::vector<std::string> names = namesOf(inputChoices());
    return names;
}

const std::vector<std::string>& inputsWithLabel()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all = inputNames();
        for (const std::string& input : inputNames())
            all.push_back(input + "+label");
        return all;
    }();
    return names;
}

void setInput(MetaNetSpec& spec, const std::string& name)
{
    const std::size_t plus = name.find('+');
    spec.input = name.substr(0, plus);
    spec.withLabel = plus != std::string::npos;
}

} // namespace reweigh
