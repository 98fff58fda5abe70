// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanReport.h"

#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/base/PythonJson.h"
#include "core/plan/CellValues.h"
#include "core/plan/Hypotheses.h"
#include "core/plan/PhaseMap.h"
#include "core/plan/PlanTable.h"
#include "core/plan/TransferMatrix.h"

namespace reweigh {
namespace {

nlohmann::json textOrNull(const std::string& text)
{
    return text.empty() ? nlohmann::json(nullptr) : nlohmann::json(text);
}

nlohmann::json nameOrNull(const CellState* cell)
{
    return cell ? nlohmann::json(cell->cell->name) : nlohmann::json(nullptr);
}

nlohmann::json cellNames(const std::vector<const CellState*>& cells)
{
    nlohmann::json names = nlohmann::json::array();
    for (const CellState* cell : cells)
        names.push_back(cell->cell->name);
    return names;
}

nlohmann::json searchJson(const CellState& cell, const SearchState& search)
{
    nlohmann::json json = {{"trials", search.finished}, {"trials_beyond", cell.trialsBeyond(search)},
                           {"best", nullptr},           {"best_value", nullptr},
                           {"architecture", nullptr},   {"meta_lr", nullptr}};
    if (search.best) {
        json["best"] = search.bestNumber;
        json["best_value"] = withNamedNumbers(search.bestValue);
        json["architecture"] = toJson(search.best->metaNet);
        json["meta_lr"] = search.best->metaLr;
    }
    return json;
}

nlohmann::json failedJson(const VariantResult& result)
{
    nlohmann::json list = nlohmann::json::array();
    for (const FailedRun& run : result.failed)
        list.push_back({{"seed", run.seed}, {"code", errorName(run.error.code)}, {"detail", pathText(run.error.detail)}});
    return list;
}

/// Metrics that no run has are left out.
nlohmann::json figuresJson(const std::map<std::string, CellFigure>& figures)
{
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [metric, figure] : figures)
        if (figure.lastEpochs.n > 0 || figure.last.n > 0 || figure.best.n > 0)
            json[metric] = {
                {"last_epochs", intervalJson(figure.lastEpochs)}, {"last", intervalJson(figure.last)}, {"best", intervalJson(figure.best)}};
    return json;
}

nlohmann::json rowJson(const PlanRow& row)
{
    const PlanVariant& variant = *row.variant;
    const VariantResult& result = resultOf(*row.cell, variant);
    return {{"name", variant.name},
            {"same_as", textOrNull(variant.sameAs)},
            {"resolved", variant.resolved},
            {"impossible", variant.impossible},
            {"hash", textOrNull(variant.hash)},
            {"runs", result.runs.size()},
            {"missing", variant.missing},
            {"failed", failedJson(result)},
            {"few_seeds", row.fewSeeds},
            {"weights", toJson(row.summary.weights)},
            {"mechanism", toJson(row.summary.mechanism)},
            {"figures", figuresJson(row.figures)}};
}

nlohmann::json cellJson(const CellTable& table)
{
    const CellState& cell = *table.cell;
    nlohmann::json variants = nlohmann::json::array(), chosen = nlohmann::json::array();
    for (const PlanRow& row : table.rows)
        variants.push_back(rowJson(row));
    for (const ChosenBy& by : table.chosen)
        chosen.push_back({{"variant", by.variant},
                          {"chosen_validation_accuracy", numberOrNull(by.chosen)},
                          {"trials", by.trials},
                          {"fresh_validation_accuracy", intervalJson(by.fresh)},
                          {"test_accuracy", intervalJson(by.test)}});
    return {{"name", cell.cell->name},
            {"settings", cell.cell->settings},
            {"hash", cell.cell->hash},
            {"fingerprint", textOrNull(cell.fingerprintCode)},
            {"labels_unknown", cell.labelsUnknown},
            {"meta_labels", textOrNull(cell.heldOut.meta)},
            {"validation_labels", textOrNull(cell.heldOut.validation)},
            {"test_labels", textOrNull(cell.heldOut.test)},
            {"seeds", cell.cell->seeds()},
            {"begun", cell.begun},
            {"failure", cell.failure ? nlohmann::json{{"code", errorName(cell.failure->code)}, {"detail", pathText(cell.failure->detail)}}
                                     : nlohmann::json(nullptr)},
            {"missing_trials", cell.missingTrials},
            {"missing_runs", cell.missingRuns()},
            {"search", searchJson(cell, cell.search)},
            {"random_search", searchJson(cell, cell.random)},
            {"variants", std::move(variants)},
            {"verdicts", toJson(table.verdicts)},
            {"chosen", std::move(chosen)}};
}

nlohmann::json hypothesisJson(const HypothesisRow& row)
{
    const Hypothesis& hypothesis = *row.hypothesis;
    nlohmann::json byCell = nlohmann::json::array();
    for (const MeanInterval& interval : row.byCell)
        byCell.push_back(intervalJson(interval));
    return {{"name", hypothesis.name},
            {"statement", hypothesis.statement},
            {"claim", nameOf(hypothesis.kind)},
            {"first", hypothesis.first},
            {"second", textOrNull(hypothesis.second)},
            {"metric", hypothesis.metric},
            {"bound", hypothesis.bound},
            {"cells", cellNames(row.cells)},
            {"runs_needed", row.needed},
            {"runs_had", row.had},
            {"runs_failed", row.failed},
            {"cells_without_value", row.withoutValue},
            {"cells_with_other_classes", row.otherClasses},
            {"estimate_of", differenceName(hypothesis)},
            {"estimate", intervalJson(row.estimate)},
            {"p", numberOrNull(row.p)},
            {"p_holm", numberOrNull(row.adjustedP)},
            {"status", nameOf(row.status)},
            {"by_cell", std::move(byCell)}};
}

nlohmann::json axisJson(const PlanAxis& axis)
{
    return {{"key", axis.key}, {"values", axis.values}};
}

nlohmann::json mapJson(const PhaseMap& map)
{
    nlohmann::json rows = nlohmann::json::array();
    for (std::size_t i = 0; i < map.cells.size(); ++i) {
        if (i % map.x.values.size() == 0)
            rows.push_back(nlohmann::json::array());
        const PhaseMap::Cell& cell = map.cells[i];
        nlohmann::json json = intervalJson(cell.gain);
        json["cell"] = nameOrNull(cell.cell);
        json["same_training"] = cell.same;
        json["verdict"] = nameOf(cell.verdict);
        rows.back().push_back(std::move(json));
    }
    return {{"first", map.first},
            {"second", map.second},
            {"metric", map.metric},
            {"x", axisJson(map.x)},
            {"y", axisJson(map.y)},
            {"cells", std::move(rows)},
            {"next_cell", nameOrNull(map.nextCell)}};
}

nlohmann::json mapsJson(const PlanState& state)
{
    nlohmann::json maps = nlohmann::json::array();
    const std::vector<PlanAxis> axes = planAxes(*state.plan);
    const std::vector<Variant>& variants = state.plan->variants;
    if (axes.size() < 2)
        return maps;
    for (std::size_t i = 1; i < variants.size(); ++i)
        maps.push_back(mapJson(phaseMap(state, variants[0].name, variants[i].name, "test.accuracy", axes[0].key, axes[1].key)));
    return maps;
}

nlohmann::json transferJson(const TransferMatrix& matrix)
{
    nlohmann::json rows = nlohmann::json::array();
    for (std::size_t found = 0; found < matrix.cells.size(); ++found) {
        nlohmann::json row = nlohmann::json::array();
        for (std::size_t trained = 0; trained < matrix.cells.size(); ++trained) {
            nlohmann::json json = intervalJson(matrix.difference[found][trained]);
            json["same_training"] = bool(matrix.same[found][trained]);
            json["verdict"] = nameOf(matrix.verdict[found][trained]);
            row.push_back(std::move(json));
        }
        rows.push_back(std::move(row));
    }
    return {{"cells", cellNames(matrix.cells)}, {"found_in_trained_in", std::move(rows)}};
}

} // namespace

nlohmann::json planReport(const PlanState& state)
{
    nlohmann::json variants = nlohmann::json::array(), cells = nlohmann::json::array(), hypotheses = nlohmann::json::array(),
                   strangers = nlohmann::json::array();
    for (const Variant& variant : state.plan->variants)
        variants.push_back(variant.name);
    int missingTrials = 0, missingRuns = 0;
    for (const CellTable& table : cellTables(state)) {
        cells.push_back(cellJson(table));
        missingTrials += table.cell->missingTrials;
        missingRuns += table.cell->missingRuns();
    }
    for (const HypothesisRow& row : judgeHypotheses(state))
        hypotheses.push_back(hypothesisJson(row));
    for (const std::filesystem::path& folder : state.strangers)
        strangers.push_back(pathText(folder));
    return {{"plan", state.plan->name},
            {"done", state.isDone()},
            {"missing_trials", missingTrials},
            {"missing_runs", missingRuns},
            {"variants", std::move(variants)},
            {"cells", std::move(cells)},
            {"hypotheses", std::move(hypotheses)},
            {"phase_maps", mapsJson(state)},
            {"transfer", state.plan->transfers ? transferJson(transferMatrix(state)) : nlohmann::json(nullptr)},
            {"strangers", std::move(strangers)}};
}

} // namespace reweigh
