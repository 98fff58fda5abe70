// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigField.h"
#include "core/config/DataSets.h"
#include "core/config/VariantText.h"
#include "core/data/recipe/DataChanges.h"
#include "widgets/report/RecipeFormulas.h"
#include "widgets/report/ReportParts.h"
#include "widgets/report/ReportText.h"
#include "widgets/text/DataText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <set>

namespace reweigh {
namespace {

struct RecipePartWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

QString orUnknown(const std::string& text)
{
    return text.empty() ? QStringLiteral("–") : printable(text);
}

/// Titles of the data sets of the plan.
QString dataSetsText(const Plan& plan)
{
    QStringList names;
    for (const PlanCell& cell : plan.cells) {
        const auto& rows = dataSetRows();
        const auto row = std::ranges::find(rows, cell.config.data.dataset, &DataSetRow::name);
        const QString title =
            row == rows.end() ? printable(cell.config.data.dataset) : QCoreApplication::translate(tableContext, row->title);
        if (!names.contains(title))
            names << title;
    }
    return names.join(QStringLiteral(", "));
}

/// Whether a cell's meta and validation images are drawn from checked ones alone. A cell that has not begun says so only by its list: whether
/// its folder has a clean/ is not known.
bool isOfChecked(const PlanCell& cell, const CellOrigin& origin)
{
    const DataOptions& data = cell.config.data;
    return origin.changes ? origin.changes->labels.validation == label_origin::checked
                          : hasOwnLabels(data.dataset) && !data.clean.empty() && data.clean != everyLabelIsRight;
}

/// How the labels and images of the plan's cells were changed: a sentence for each kind that occurs.
ReportList changesList(const Plan& plan, const std::vector<CellOrigin>& origins)
{
    ReportList list;
    const auto add = [&](const QString& sentence) {
        if (!sentence.isEmpty() && !list.items.contains(sentence))
            list.items << sentence;
    };
    for (const PlanCell& cell : plan.cells)
        add(noiseFormula(cell.config.data.noiseType));
    for (const PlanCell& cell : plan.cells)
        add(imbalanceFormula(cell.config.data.imbalanceType));
    for (const PlanCell& cell : plan.cells)
        if (cell.config.data.noiseType != NoiseType::None && cell.config.data.imbalanceType != ImbalanceType::None)
            add(orderSentence(cell.config.data.order));
    bool drawn = false, drawnOfChecked = false, pseudo = false;
    for (std::size_t i = 0; i < plan.cells.size(); ++i) {
        const PlanCell& cell = plan.cells[i];
        const bool ofChecked = isOfChecked(cell, i < origins.size() ? origins[i] : CellOrigin());
        (cell.config.data.metaSource == MetaSource::Pseudo ? pseudo : ofChecked ? drawnOfChecked : drawn) = true;
    }
    if (drawn)
        add(RecipePartWords::tr(
            "Meta and validation images are taken out of the training images first, the same number of each class, with the labels they "
            "came with; the test images stay as they are."));
    if (drawnOfChecked)
        add(RecipePartWords::tr(
            "Where the labels of some images have been checked, meta and validation images are taken out of these images alone, the same "
            "number of each class, with the checked labels; all others are trained on, and the test images stay as they are."));
    if (pseudo)
        add(RecipePartWords::tr("With a pseudo meta set only validation images are taken out. Each training chooses its meta set itself: "
                                "of each observed class "
                                "the training images of lowest loss after a warm-up by cross entropy. Nobody has checked their labels."));
    add(RecipePartWords::tr(
        "A seed draws splits, noise, class order, initial weights and the order of batches; every variant of a cell has the same "
        "seeds, so that differences are paired."));
    return list;
}

/// "1 to 6", or "6".
QString seedsText(const Plan& plan)
{
    const auto [least, most] = std::ranges::minmax(plan.cells, {}, &PlanCell::seeds);
    return least.seeds() == most.seeds() ? QString::number(most.seeds())
                                         : RecipePartWords::tr("%1 to %2", "a range of numbers").arg(least.seeds()).arg(most.seeds());
}

ReportTable cellTableOf(const PlanState& state, const std::vector<CellOrigin>& origins)
{
    ReportTable table{.title = RecipePartWords::tr("Data of each cell"),
                      .columns = QStringLiteral("llrll"),
                      .header = {RecipePartWords::tr("cell"), RecipePartWords::tr("fingerprint"), RecipePartWords::tr("seeds"),
                                 RecipePartWords::tr("of the settings"),
                                 RecipePartWords::tr("what was changed, as the seed of the cell's study draws it")},
                      .note = RecipePartWords::tr(
                          "The fingerprint names the images, their labels and everything the recipe decided: the same code means the "
                          "same data on any machine. Runs with fresh seeds draw noise and splits anew. “Of the settings”: a hash of "
                          "all settings that decide a result.")};
    for (std::size_t i = 0; i < state.cells.size(); ++i) {
        const CellState& cell = state.cells[i];
        const bool isKnown = i < origins.size() && origins[i].changes;
        table.rows.push_back({cellText(cell), orUnknown(cell.fingerprintCode), QString::number(cell.cell->seeds()),
                              orUnknown(cell.cell->hash), isKnown ? dataChangesText(*origins[i].changes) : QStringLiteral("–")});
    }
    return table;
}

/// What each variant is: a named one's help text, and the settings in which it differs.
ReportTable variantsTable(const Plan& plan)
{
    ReportTable table{.title = RecipePartWords::tr("Variants"),
                      .columns = QStringLiteral("lll"),
                      .header = {RecipePartWords::tr("name"), RecipePartWords::tr("what it is"), RecipePartWords::tr("own settings")}};
    for (const Variant& variant : plan.variants) {
        QString what = RecipePartWords::tr("the settings of the cell");
        if (const NamedVariant* named = findNamedVariant(variant.base)) {
            what = QCoreApplication::translate("Variants", named->title);
            if (const QString help = QCoreApplication::translate("Variants", named->help); !help.isEmpty())
                what += QStringLiteral(": ") + help;
            if (variant.base != variant.name)
                what = RecipePartWords::tr("from %1", "the variant that another one is made from").arg(printable(variant.base));
        }
        table.rows.push_back(
            {printable(variant.name), what, variant.settings.empty() ? QStringLiteral("–") : printable(settingsText(variant.settings))});
    }
    return table;
}

/// Whether the report shows a setting: paths and folders of a machine decide no result and are left out.
bool isShown(const ConfigField& field)
{
    return field.group != FieldGroup::Output && (field.identity || (field.kind != FieldKind::Text && field.kind != FieldKind::TextList));
}

/// The values that a setting has in the plan's cells, in their order; cells where it has no effect do not count. Empty: it has none.
QStringList valuesIn(const ConfigField& field, const Plan& plan)
{
    QStringList values;
    for (const PlanCell& cell : plan.cells) {
        if (!isUsed(field, cell.config))
            continue;
        const QString value = settingValue(field.get(cell.config));
        if (!values.contains(value))
            values << value;
    }
    return values;
}

QStringList settingRow(const ConfigField& field, const QStringList& values)
{
    return {QCoreApplication::translate(tableContext, field.label), QStringLiteral("--") + printable(field.key),
            values.isEmpty() ? QStringLiteral("–") : values.join(QStringLiteral("; "))};
}

ReportTable settingsTable(const QString& title)
{
    return {.title = title,
            .columns = QStringLiteral("lll"),
            .header = {RecipePartWords::tr("setting"), RecipePartWords::tr("flag"), RecipePartWords::tr("value")}};
}

} // namespace

void addRecipe(Blocks& blocks, const PlanState& state, const std::vector<CellOrigin>& origins)
{
    const Plan& plan = *state.plan;
    blocks.push_back(ReportHeading{RecipePartWords::tr("Recipe"), 1});
    blocks.push_back(ReportParagraph{RecipePartWords::tr("Data: %1. Seeds of each cell: %2.").arg(dataSetsText(plan), seedsText(plan))});
    blocks.push_back(changesList(plan, origins));
    blocks.push_back(cellTableOf(state, origins));
    blocks.push_back(variantsTable(plan));
    ReportTable own = settingsTable(RecipePartWords::tr("Settings that differ from the defaults, or between cells"));
    const ExperimentConfig defaults;
    for (const ConfigField& field : configFields()) {
        const QStringList values = isShown(field) ? valuesIn(field, plan) : QStringList();
        if (values.size() > 1 || (values.size() == 1 && values.front() != settingValue(field.get(defaults))))
            own.rows.push_back(settingRow(field, values));
    }
    if (!own.rows.empty())
        blocks.push_back(std::move(own));
    else
        blocks.push_back(ReportParagraph{RecipePartWords::tr("Every setting has its default.")});
}

void addAllSettings(Blocks& blocks, const PlanState& state)
{
    blocks.push_back(ReportHeading{RecipePartWords::tr("Appendix: every setting"), 1});
    ReportTable all = settingsTable({});
    all.note = RecipePartWords::tr("“–”: without effect in this plan. Folders and files of a machine are left out.");
    for (const ConfigField& field : configFields())
        if (isShown(field))
            all.rows.push_back(settingRow(field, valuesIn(field, *state.plan)));
    blocks.push_back(std::move(all));
}

} // namespace reweigh
