// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DataCommand.h"

#include "app/cli/ConfigFlags.h"
#include "app/cli/TextTable.h"
#include "core/base/PathText.h"
#include "core/config/DataSets.h"
#include "core/data/readers/DataCatalog.h"
#include "core/data/recipe/DataPlan.h"
#include "core/data/recipe/Fingerprint.h"
#include "core/experiment/PreparedData.h"
#include "core/fetch/DataSetFetch.h"
#include "widgets/text/DataText.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace reweigh {
namespace {

/// What the recipe of a study changed; none where there is no study of ours, or an earlier version made it.
std::optional<DataChanges> studyChanges(const std::optional<StudyFacts>& study)
{
    return study ? changesFromFingerprint(study->fingerprint) : std::nullopt;
}

/// That meta and validation images leave few to train on; empty where they do not.
std::string fewTrainLine(const PreparedData& data)
{
    return fewTrainText(*data.plan, data.source->classNames, QLocale(QLocale::English, QLocale::UnitedStates)).toStdString();
}

} // namespace

void noteChanges(Terminal& terminal, const PreparedData& data)
{
    terminal.note("data: " + dataChangesLine(data.plan->changes));
    if (const std::string facts = folderFactsLine(data.source->folder); !facts.empty())
        terminal.note("folder: " + facts);
    if (const std::string few = fewTrainLine(data); !few.empty())
        terminal.note(few);
}

void noteUnchecked(Terminal& terminal, const StudyFacts& study)
{
    if (!fingerprintKnowsPixels(study.fingerprint))
        terminal.note(uncheckedPixelsText().toStdString());
}

void noteStudyData(Terminal& terminal, const std::optional<StudyFacts>& study)
{
    if (!study)
        return;
    if (const std::optional<DataChanges> changes = studyChanges(study))
        terminal.note("data: " + dataChangesLine(*changes));
    noteUnchecked(terminal, *study);
}

void noteRelativePaths(Terminal& terminal, const DataOptions& study, const std::set<std::string>& named)
{
    for (const auto& [key, stored] : {std::pair("data-dir", &study.dataDir), std::pair("labels", &study.labelFile),
                                      std::pair("clean", &study.clean), std::pair("leave-out", &study.leaveOut)}) {
        const std::filesystem::path path = *stored;
        const bool names = !path.empty() && *stored != everyLabelIsRight && !named.contains(key);
        if (names && path.is_relative() && !isThere(path))
            terminal.note("the study was begun with --" + std::string(key) + " " + *stored
                          + ", a path from the folder where that was: run this there, or give --" + key);
    }
}

std::string figuresText(const HeldOutLabels& labels)
{
    const QString text = heldOutText(labels);
    const QString few = fewTestText(labels, QLocale(QLocale::English, QLocale::UnitedStates));
    return (text.isEmpty() ? std::string() : "what the figures stand on: " + text.toStdString() + "\n")
           + (few.isEmpty() ? std::string() : few.toStdString() + "\n");
}

std::string figuresText(const std::optional<StudyFacts>& study)
{
    const std::optional<DataChanges> changes = studyChanges(study);
    return changes ? figuresText(changes->labels) : std::string();
}

nlohmann::json studyDataJson(const std::optional<StudyFacts>& study)
{
    const std::optional<DataChanges> changes = studyChanges(study);
    return changes ? toJson(*changes) : nlohmann::json(nullptr);
}

namespace {

/// Whether a label that counts as true is known to be: of a user's own labels it is only known that they came with the images, unless the
/// user's file says which are true.
bool knowsTruth(const DataSource& source, const DataPlan& plan)
{
    return !hasOwnLabels(source.name) || !plan.truthOfFile.empty();
}

/// A table of the images that each class has in the set and after the recipe.
std::string classTable(const DataSource& source, const DataPlan& plan, const DataPlanInfo& info)
{
    const bool changed = plan.changes.labelsChanged > 0;
    const bool truthKnown = knowsTruth(source, plan);
    std::vector<std::string> header = {"class", "images", "test", truthKnown ? "true" : "train"};
    if (truthKnown || changed)
        for (const char* title : {"observed", truthKnown ? "of them right" : "of them unchanged", truthKnown ? "purity" : "share"})
            header.emplace_back(title);
    TextTable table(header);
    for (int c = 0; c < source.classes(); ++c) {
        std::vector<std::string> row = {source.classNames[c], std::to_string(std::ranges::count(source.train.labels, c)),
                                        std::to_string(std::ranges::count(source.test.labels, c)), std::to_string(info.trueCount[c])};
        for (std::string& cell :
             std::vector<std::string>{std::to_string(info.observedCount[c]), std::to_string(info.rightCount[c]), percent(info.purity[c])})
            if (row.size() < header.size())
                row.push_back(std::move(cell));
        table.add(std::move(row));
    }
    return table.text();
}

/// A transition matrix (K x K, row = true class) as a table; 0 is shown as a dot.
std::string transitionTable(const DataSource& source, const std::vector<double>& matrix)
{
    const int classes = source.classes();
    std::vector<std::string> header = {"true \\ observed"};
    for (int c = 0; c < classes; ++c)
        header.push_back(std::to_string(c));
    TextTable table(header);
    for (int i = 0; i < classes; ++i) {
        std::vector<std::string> row = {std::to_string(i) + " " + source.classNames[i]};
        for (int j = 0; j < classes; ++j) {
            const double p = matrix[std::size_t(i) * classes + j];
            row.push_back(p == 0.0 ? "." : fixed(p, 3));
        }
        table.add(std::move(row));
    }
    return table.text();
}

std::string matricesText(const DataSource& source, const DataPlan& plan, const DataPlanInfo& info)
{
    constexpr int widestMatrix = 20;
    if (plan.changes.noise == "none")
        return {};
    if (source.classes() > widestMatrix)
        return "Transition matrices of " + std::to_string(source.classes()) + " classes: see --json\n\n";
    const std::string asked =
        plan.changes.fromFile() ? std::string() : "Requested transition matrix\n" + transitionTable(source, plan.transitionAsked) + "\n";
    return asked + "Actual transition matrix\n" + transitionTable(source, info.transitionObtained) + "\n";
}

/// Of a folder of images, what dataSetJson() does not say.
nlohmann::json folderJson(const FolderFacts& facts)
{
    nlohmann::json unreadable = nlohmann::json::array();
    for (const UnreadableImage& image : facts.unreadable)
        unreadable.push_back({{"path", image.path}, {"reason", utf8Text(image.reason)}});
    return {{"unreadable", std::move(unreadable)},
            {"other_files", facts.otherFiles},
            {"images_beside_classes", facts.looseImages},
            {"folders_not_read", facts.foldersNotRead},
            {"test_folder", facts.testFolder},
            {"exif_turned", facts.turned},
            {"exif_applied", facts.upright}};
}

const char* testImagesText(const DataSource& source)
{
    if (!source.testSplitOff)
        return "as supplied";
    return source.testChecked ? "a fifth of each class's checked images, chosen by file names, the same for every seed"
                              : "a fifth of each class, chosen by file names, the same for every seed";
}

std::string describeText(const PreparedData& data, const DataPlanInfo& info)
{
    const DataSource& source = *data.source;
    const DataPlan& plan = *data.plan;
    std::string text = source.name + (source.note.empty() ? "" : " (" + source.note + ")") + ": " + std::to_string(source.train.size())
                       + " training and " + std::to_string(source.test.size()) + " test images, " + std::to_string(source.train.width) + "x"
                       + std::to_string(source.train.height) + "x" + std::to_string(source.train.channels)
                       + "; test images: " + testImagesText(source) + "\n";
    if (const std::string facts = folderFactsLine(source.folder); !facts.empty())
        text += "folder: " + facts + "\n";
    for (const UnreadableImage& image : source.folder.unreadable)
        text += "  left out: " + image.path + ": " + image.reason + "\n";
    text += std::to_string(plan.train.size()) + " train, " + std::to_string(plan.meta.size()) + " meta, "
            + std::to_string(plan.validation.size()) + " validation; disjoint, meta and validation balanced and with the images' "
            + (!source.checked.empty()    ? "checked"
               : plan.truthOfFile.empty() ? "original"
                                          : "true")
            + " labels\n";
    if (plan.pseudoMetaPerClass > 0)
        text += "meta set: each training chooses " + std::to_string(plan.pseudoMetaPerClass)
                + " training images of each observed class itself, those of lowest loss after a warm-up; nobody has checked their labels\n";
    text += "data: " + dataChangesLine(plan.changes) + "\n";
    if (const std::string few = fewTrainLine(data); !few.empty())
        text += few + "\n";
    text += "\n" + classTable(source, plan, info) + "\n" + matricesText(source, plan, info);
    const bool truthKnown = knowsTruth(source, plan);
    const auto ratio = [](double imbalance) { return std::isinf(imbalance) ? std::string("infinite") : fixed(imbalance, 1); };
    text += std::string(truthKnown ? "actual noise rate " : "share of labels changed ") + fixed(info.actualNoiseRate, 4)
            + ", imbalance of all training images " + ratio(info.imbalanceBefore) + ", of those trained on by "
            + (truthKnown ? "true" : "original") + " labels " + ratio(info.trueImbalance) + ", by observed ones "
            + ratio(info.observedImbalance) + "\n";
    return text + "fingerprint " + plan.fingerprintCode + "  " + plan.fingerprintJson + "\n";
}

} // namespace

void DataCommand::declare(CLI::App& app)
{
    m_flags.declare(app, {FieldGroup::Data});
    app.add_flag("--fetch", m_fetch, "Download the data set into --data-dir first (cifar10, cifar100, mnist)");
}

int DataCommand::run(Terminal& terminal, std::stop_token stop)
{
    const Result<ExperimentConfig> config = m_flags.resolve(terminal);
    if (!config)
        return terminal.fail(config.error());
    if (m_flags.printRequested())
        return printConfig(terminal, *config);
    if (m_fetch) {
        const auto progress = [&](const FetchProgress& at) {
            terminal.progress("downloading " + std::to_string(at.received >> 20)
                              + (at.total > 0 ? " of " + std::to_string(at.total >> 20) : "") + " MB");
        };
        const std::filesystem::path folder = config->data.dataDir.empty() ? defaultDataDir() : std::filesystem::path(config->data.dataDir);
        const auto fetched = fetchDataSet(config->data.dataset, folder, progress, stop);
        if (!fetched)
            return terminal.fail(fetched.error());
        terminal.note("data set in " + fetched->string());
    }
    const Result<PreparedData> data = prepareData(config->data);
    if (!data)
        return terminal.fail(data.error());
    const DataPlanInfo info = describe(*data->plan);
    terminal.print(describeText(*data, info));
    nlohmann::json json = dataPlanJson(*data->plan, data->source->classNames);
    json["set"] = dataSetJson(*data->source);
    if (hasOwnLabels(data->source->name))
        json["set"]["folder"] = folderJson(data->source->folder);
    terminal.result(json);
    return 0;
}

} // namespace reweigh
