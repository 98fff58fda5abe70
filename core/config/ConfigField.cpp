// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigField.h"

#include "core/config/FieldBuilders.h"
#include "core/config/FieldGroups.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace reweigh {
namespace {

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, comma - begin));
        begin = comma + 1;
    }
    return parts;
}

/// A number or switch as JSON reads it; anything else stays text, which `set` then refuses by name.
nlohmann::json scalar(const std::string& text)
{
    nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
    return value.is_primitive() && !value.is_discarded() && !value.is_null() ? value : nlohmann::json(text);
}

/// Settings that may change between parts of one study: they decide how long and where, not what.
constexpr std::string_view notIdentity[] = {"trials", "device", "threads", "retries", "arm-seeds", "study", "out", "data-dir",
                                            "pruner", "pruner-startup-trials", "pruner-warmup-epochs"};

} // namespace

std::span<const ConfigField> configFields()
{
    static const std::vector<ConfigField> all = [] {
        std::vector<ConfigField> list = dataFields();
        for (auto more : {trainFields(), searchFields()})
            list.insert(list.end(), more.begin(), more.end());
        list.push_back(fields::text("out", FieldGroup::Output, [](auto& c) -> auto& { return c.outDir; }));
        for (ConfigField& field : list)
            field.identity = std::ranges::find(notIdentity, field.key) == std::end(notIdentity);
        return list;
    }();
    return all;
}

std::span<const ConfigField> earlierFields()
{
    static const std::vector<ConfigField> all = earlierTrainFields();
    return all;
}

const ConfigField* findField(const std::string& name)
{
    for (const auto fields : {configFields(), earlierFields()})
        for (const ConfigField& field : fields)
            if (field.key == name || std::ranges::find(field.aliases, name) != field.aliases.end())
                return &field;
    return nullptr;
}

Status setFromText(const ConfigField& field, ExperimentConfig& config, const std::string& text)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Choice:
        return field.set(config, text);
    case FieldKind::Integer:
    case FieldKind::Number:
    case FieldKind::Switch:
        return field.set(config, scalar(text));
    case FieldKind::IntegerList:
    case FieldKind::TextList: {
        nlohmann::json list = nlohmann::json::array();
        for (const std::string& part : split(text))
            list.push_back(field.kind == FieldKind::TextList ? nlohmann::json(part) : scalar(part));
        return field.set(config, list);
    }
    }
    return {};
}

} // namespace reweigh
