// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/CommandText.h"

#include "core/config/DataSetDefaults.h"
#include "core/config/SettingUse.h"

namespace reweigh {
namespace {

std::string quoted(const std::string& text)
{
    const std::string plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_.,/:=@%";
    if (!text.empty() && text.find_first_not_of(plain) == std::string::npos)
        return text;
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

} // namespace

std::string commandText(const std::string& subcommand, const ExperimentConfig& config)
{
    ExperimentConfig defaults; // of this data set
    switchDataSet(defaults.data, config.data.dataset);
    defaults.data.dataset = ExperimentConfig().data.dataset;
    const Purpose purpose = subcommand == "search" ? Purpose::Search : Purpose::Training;
    std::string text = "reweigh " + subcommand;
    for (const ConfigField& field : configFields()) {
        const nlohmann::json value = field.get(config);
        if (value == field.get(defaults) || !isUsed(field, config, purpose))
            continue;
        if (field.kind == FieldKind::Switch)
            text += (value.get<bool>() ? " --" : " --no-") + field.key;
        else
            text += " --" + field.key + " " + quoted(valueText(value));
    }
    return text;
}

} // namespace reweigh
