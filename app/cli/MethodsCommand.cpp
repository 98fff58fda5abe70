// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/MethodsCommand.h"

#include "app/cli/ConfigFlags.h"
#include "app/cli/WrappedText.h"
#include "core/base/NearestName.h"
#include "core/config/ConfigField.h"
#include "core/config/Methods.h"
#include "core/config/OtherMethods.h"

#include <QCoreApplication>

#include <optional>
#include <utility>

namespace reweigh {
namespace {

constexpr const char* lossKind = "loss";
constexpr const char* weightingKind = "weighting";

/// What a method needs beside images and observed labels: a short name for programs, and words for readers.
std::vector<std::pair<std::string, std::string>> needsOf(const MethodRow& row)
{
    std::vector<std::pair<std::string, std::string>> needs;
    if (row.needsMetaSet)
        needs.emplace_back("meta-set", "a meta set of right labels (--meta-per-class; of your own images --clean, or --meta pseudo)");
    if (usesClassCounts(row))
        needs.emplace_back("class-counts", "class counts: how many training images each label has, observed or true (--class-counts)");
    if (row.needsNoiseMatrix)
        needs.emplace_back("noise-matrix", "noise matrix: the probabilities of the label noise, known for artificial noise (--noise-type) "
                                           "and for labels from a file (--labels)");
    return needs;
}

std::string textOf(const MethodRow& row)
{
    std::string text = wrapped(std::string(row.key) + ": " + translated(row.title), 2) + wrapped(translated(row.help), 6);
    text += wrapped(row.source, 6);
    for (const auto& [name, words] : needsOf(row))
        text += wrapped("needs " + words, 6, 2);
    for (const OwnSetting& setting : row.settings)
        text += wrapped("--" + setting.key + ": " + helpText(*findField(setting.key)), 6, 2);
    return text;
}

std::string textOf(const OtherMethod& method)
{
    return wrapped(std::string(method.key) + ": " + translated(method.title), 2) + wrapped(translated(method.why), 6)
           + wrapped(method.source, 6);
}

nlohmann::json jsonOf(const MethodRow& row, const char* kind)
{
    nlohmann::json needs = nlohmann::json::array(), settings = nlohmann::json::array();
    for (const auto& [name, words] : needsOf(row))
        needs.push_back(name);
    const ExperimentConfig defaults;
    for (const OwnSetting& setting : row.settings)
        settings.push_back({{"name", setting.key},
                            {"help", setting.help},
                            {"default", findField(setting.key)->get(defaults)},
                            {"low", setting.range.low},
                            {"high", setting.range.high},
                            {"whole", setting.range.whole}});
    return {{"name", row.key},
            {"kind", kind},
            {"title", row.title},
            {"help", row.help},
            {"source", row.source},
            {"needs", std::move(needs)},
            {"settings", std::move(settings)}};
}

nlohmann::json jsonOf(const OtherMethod& method)
{
    return {{"name", method.key},      {"kind", "other"},
            {"title", method.title},   {"help", method.why},
            {"source", method.source}, {"here_as", *method.row ? nlohmann::json(method.row) : nlohmann::json(nullptr)}};
}

/// A loss or weighting and which of the two it is.
struct Found {
    const MethodRow* row = nullptr;
    const char* kind = "";
};

std::optional<Found> findMethod(const std::string& name)
{
    if (const MethodRow* row = lossRow(name))
        return Found{row, lossKind};
    if (const MethodRow* row = weightingRow(name))
        return Found{row, weightingKind};
    return std::nullopt;
}

Error unknownMethod(const std::string& name)
{
    std::vector<std::string> names = methodKeys(lossRows());
    for (const std::string& key : methodKeys(weightingRows()))
        names.push_back(key);
    for (const OtherMethod& method : otherMethods())
        names.emplace_back(method.key);
    const std::string nearest = nearestName(name, names);
    return {ErrorCode::UnknownValue, "methods", name, nearest.empty() ? valueText(nlohmann::json(names)) : nearest};
}

void printAll(Terminal& terminal)
{
    nlohmann::json losses = nlohmann::json::array(), weightings = losses, others = losses;
    std::string text = "Losses (--loss NAME)\n";
    for (const MethodRow& row : lossRows()) {
        text += '\n' + textOf(row);
        losses.push_back(jsonOf(row, lossKind));
    }
    text += "\nWeightings (--weighting NAME)\n";
    for (const MethodRow& row : weightingRows()) {
        text += '\n' + textOf(row);
        weightings.push_back(jsonOf(row, weightingKind));
    }
    text += "\nKnown under other names, or left out\n";
    for (const OtherMethod& method : otherMethods()) {
        text += '\n' + textOf(method);
        others.push_back(jsonOf(method));
    }
    terminal.print(text);
    terminal.result({{"losses", std::move(losses)}, {"weightings", std::move(weightings)}, {"others", std::move(others)}});
}

} // namespace

void MethodsCommand::declare(CLI::App& app)
{
    app.add_option("NAME", m_name, "Only this loss or weighting");
}

int MethodsCommand::run(Terminal& terminal, std::stop_token)
{
    if (m_name.empty()) {
        printAll(terminal);
    } else if (const std::optional<Found> found = findMethod(m_name)) {
        terminal.print(textOf(*found->row));
        terminal.result(jsonOf(*found->row, found->kind));
    } else if (const OtherMethod* other = otherMethod(m_name)) {
        terminal.print(textOf(*other));
        if (const std::optional<Found> here = findMethod(other->row))
            terminal.print('\n' + textOf(*here->row));
        terminal.result(jsonOf(*other));
    } else {
        return terminal.fail(unknownMethod(m_name));
    }
    return 0;
}

} // namespace reweigh
