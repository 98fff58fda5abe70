// SPDX-License-Identifier: GPL-3.0-or-later
// What LabelErrorsPanel does about marks; how it shows samples is in LabelErrorsPanel.cpp.
#include "core/base/PathText.h"
#include "core/base/Sha256.h"
#include "core/config/DataSets.h"
#include "widgets/desktop/ShowInFolder.h"
#include "widgets/labels/MarkFiles.h"
#include "widgets/labels/SampleImage.h"
#include "widgets/state/StudiesFolder.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/FigureText.h"
#include "widgets/watch/LabelErrorsPanel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace reweigh {
namespace {

constexpr int topRows = 100; // of which the precision is said

} // namespace

void LabelErrorsPanel::makeMenus()
{
    const auto add = [this](const char* name, const QString& text, auto act) {
        auto* action = new QAction(text, m_list);
        action->setObjectName(QLatin1String(name));
        m_list->addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu); // what stands behind the tab is shown as a key
    add("labelRight", tr("Right") + QStringLiteral("\tR"), [this] { judge(LabelVerdict::Right); });
    add("labelWrong", tr("Wrong") + QStringLiteral("\tW"), [this] { judge(LabelVerdict::Wrong); });
    add("labelUnsure", tr("Unsure") + QStringLiteral("\tU"), [this] { judge(LabelVerdict::Unsure); });
    add("labelUnmark", tr("Take the mark away"), [this] { judge(std::nullopt); });
    add("labelLarge", tr("Large view") + QStringLiteral("\tEnter"), [this] { openCard(true); });
    add("labelFolder", tr("Show in folder"), [this] { showInFolder(fileOf(currentRow())); });

    const auto addToMenu = [this](const char* name, const QString& text, auto act) {
        QAction* action = menu().addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, act);
    };
    addToMenu("exportMarks", tr("Export marks…"), [this] { // those of the trial in view, also if the next one begins meanwhile
        askFileToWrite(*this, {QStringLiteral("exportMarksDialog"), tr("Export marks"), proposed("marks.csv")},
                       [csv = everyMark().toCsv().toStdString(), tell = study().teller()](const std::filesystem::path& file) {
                           writeAndTell(file, csv, tell);
                       });
    });
    addToMenu("importMarks", tr("Import marks…"), [this] { importMarks(); });
    addToMenu("compareWithout", tr("Compare without those marked wrong…"), [this] { compareWithout(); });

    connect(m_pages, &QStackedWidget::currentChanged, this, [this] { setFocusProxy(m_pages->currentWidget()); });
    connect(m_list, &QListView::doubleClicked, this, [this] { openCard(true); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LabelErrorsPanel::showCard);
    connect(m_card, &SampleCard::judged, this, [this](LabelVerdict verdict) { judge(verdict); });
    connect(m_card, &SampleCard::stepWanted, this, [this](int rows) { setRow(currentRow() + rows); });
    connect(m_card, &SampleCard::undoWanted, this, &LabelErrorsPanel::undo);
    connect(m_card, &SampleCard::closeWanted, this, [this] { openCard(false); });
}

/// Takes the marks on the data set of the study in view.
void LabelErrorsPanel::takeMarks()
{
    // Of the study as it is stored: the recipe in Set up may have been changed meanwhile.
    const DataOptions recipe = study().snapshot()->facts ? study().storedConfig().data : study().config().data;
    m_folder = hasOwnLabels(recipe.dataset) ? fullPath(recipe.dataDir) : std::filesystem::path();
    const std::shared_ptr<LabelMarks> marks = LabelMarks::of(recipe);
    for (QAction* action : m_list->actions())
        if (action->objectName() == QLatin1String("labelFolder"))
            action->setEnabled(!m_folder.empty());
    if (marks == m_marks)
        return;
    if (m_marks)
        disconnect(m_marks.get(), nullptr, this, nullptr);
    m_marks = marks;
    m_model->setMarks(marks);
    connect(marks.get(), &LabelMarks::changed, this, &LabelErrorsPanel::scheduleRefresh);
    connect(marks.get(), &LabelMarks::stepped, this, &LabelErrorsPanel::showStepped);
    if (marks->problem())
        study().tell({.severity = Severity::Problem, .text = errorText(*marks->problem())});
}

/// How many labels at the top of the list are wrong: by the truth where it is known, else by the user's marks.
void LabelErrorsPanel::showTop()
{
    const QLocale locale;
    const int rows = std::min(topRows, m_model->count());
    const auto percent = [&](int part, int whole) { return locale.toString(whole > 0 ? 100.0 * part / whole : 0.0, 'f', 0); };
    if (m_model->truthKnown()) {
        const int wrong = m_model->wrongAtTop(rows);
        m_top->setText(tr("Precision at the top: %1 of the first %2 are wrong (%3 %); of all, %4 %.")
                           .arg(locale.toString(wrong), locale.toString(rows), percent(wrong, rows),
                                percent(m_model->wrongCount(), m_model->count())));
        return;
    }
    const int wrong = m_model->markedAtTop(rows, LabelVerdict::Wrong), right = m_model->markedAtTop(rows, LabelVerdict::Right);
    const int unsure = m_model->markedAtTop(rows, LabelVerdict::Unsure);
    m_top->setText(wrong + right + unsure == 0
                       ? tr("Which labels are wrong is not known here: look at the images and mark them.")
                       : tr("Of the first %1 you marked %2 wrong, %3 right, %4 unsure.")
                             .arg(locale.toString(rows), locale.toString(wrong), locale.toString(right), locale.toString(unsure)));
}

int LabelErrorsPanel::currentRow() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->count() ? index.row() : -1;
}

void LabelErrorsPanel::setRow(int row)
{
    if (row < 0 || row >= m_model->count())
        return;
    while (row >= m_model->rowCount() && m_model->canFetchMore({}))
        m_model->fetchMore({});
    m_list->setCurrentIndex(m_model->index(row));
}

std::filesystem::path LabelErrorsPanel::fileOf(int row) const
{
    const std::string path = row < 0 || m_folder.empty() ? std::string() : m_model->path(m_model->sample(row));
    return path.empty() ? std::filesystem::path() : m_folder / path;
}

void LabelErrorsPanel::openCard(bool open)
{
    if (open && currentRow() < 0)
        setRow(0);
    const bool shown = open && currentRow() >= 0;
    const bool focused = m_card->hasFocus() || m_list->hasFocus();
    m_pages->setCurrentWidget(shown ? static_cast<QWidget*>(m_card) : m_list);
    if (open || focused)
        m_pages->currentWidget()->setFocus();
    showCard();
}

void LabelErrorsPanel::showCard()
{
    if (m_pages->currentWidget() != m_card)
        return;
    const int row = currentRow();
    if (row < 0)
        return m_pages->setCurrentWidget(m_list);
    const SampleWeight& sample = m_model->sample(row);
    const QLocale locale;
    SampleFacts facts;
    if (m_model->source())
        facts.image = sampleImage(m_model->source()->train, sample.index);
    facts.file = fileOf(row);
    const std::string path = m_model->path(m_model->sample(row));
    facts.name = path.empty() ? tr("image %1").arg(locale.toString(sample.index)) : QString::fromStdString(path);
    facts.mark = m_model->mark(m_model->sample(row));
    facts.lines << tr("labelled %1").arg(m_model->className(sample.observedLabel));
    if (sample.predicted >= 0)
        facts.lines << tr("the classifier answers %1").arg(m_model->className(sample.predicted));
    facts.lines << tr("weight %1, rank %2 of %3")
                       .arg(shownFigure(double(sample.weight), 3), locale.toString(m_model->rank(row)),
                            locale.toString(int(m_model->samples()->size())));
    const bool changed = sample.trueLabel != sample.observedLabel;
    if (m_model->truthKnown())
        facts.lines << (changed ? tr("wrong: it is truly %1").arg(m_model->className(sample.trueLabel)) : tr("the label is right"));
    else if (changed)
        facts.lines << tr("the recipe made this label of %1").arg(m_model->className(sample.trueLabel));
    if (facts.mark)
        facts.lines << tr("you said: %1").arg(verdictWords(*facts.mark));
    m_card->setFacts(facts);
    m_card->setCanUndo(LabelMarks::isNext(study().document().undoStack()));
}

/// Marks the current image, or takes its mark away, and goes to the next one.
void LabelErrorsPanel::judge(std::optional<LabelVerdict> verdict)
{
    const int row = currentRow();
    if (row < 0 || !m_marks)
        return;
    const std::string label = m_model->markLabel(m_model->sample(row).observedLabel);
    m_marks->mark(study().document().undoStack(), m_model->key(m_model->sample(row)),
                  verdict ? std::optional(LabelMark{label, *verdict}) : std::nullopt);
    if (m_marks->problem())
        study().tell({.severity = Severity::Problem, .text = errorText(*m_marks->problem())});
    if (verdict)
        setRow(row + 1);
}

/// Takes the last mark back.
void LabelErrorsPanel::undo()
{
    QUndoStack& stack = study().document().undoStack();
    if (LabelMarks::isNext(stack))
        stack.undo();
}

/// Goes to the image whose mark Undo has taken back, or Redo brought back, if it is in the list.
void LabelErrorsPanel::showStepped(const std::vector<std::string>& images)
{
    for (int row = 0; row < m_model->count(); ++row)
        if (std::ranges::binary_search(images, m_model->key(m_model->sample(row))))
            return setRow(row);
}

bool LabelErrorsPanel::listKey(const QKeyEvent& key)
{
    if (const std::optional<LabelVerdict> verdict = SampleCard::verdictOf(key)) {
        judge(*verdict);
        return true;
    }
    switch (key.key()) {
    case Qt::Key_Backspace: undo(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: openCard(true); return true;
    default: return false;
    }
}

/// A file of this name in the study's folder.
std::filesystem::path LabelErrorsPanel::proposed(const char* name) const
{
    return (study().isNew() ? studiesFolder() : study().file().parent_path()) / name;
}

/// Of the samples in view now, whatever is in view when the file is chosen.
void LabelErrorsPanel::importMarks()
{
    if (!m_marks || !m_model->samples())
        return;
    MarkLabels labels;
    for (const SampleWeight& sample : *m_model->samples())
        labels.emplace(m_model->key(sample), m_model->markLabel(sample.observedLabel));
    askMarksToRead(*this, {QStringLiteral("importMarksDialog"), tr("Import marks"), proposed("marks.csv")}, study(), m_marks,
                   std::move(labels));
}

/// The list of the images that are marked wrong, which is not written yet; of none an empty one, and a line of the log that says so.
ProposedVariant LabelErrorsPanel::leaveOutList()
{
    LabelMarkMap wrong;
    const auto samples = m_model->samples();
    for (std::size_t i = 0; samples && i < samples->size(); ++i)
        if (const SampleWeight& sample = (*samples)[i]; m_model->mark(sample) == LabelVerdict::Wrong)
            wrong[m_model->key(sample)] = {m_model->markLabel(sample.observedLabel), LabelVerdict::Wrong};
    if (wrong.empty()) {
        study().tell({.text = tr("No image in the list is marked wrong, so there is none to leave out.")});
        return {};
    }
    const std::string text = marksCsv(wrong, m_marks->byPath());
    Sha256 hash;
    hash.update(text);
    // Named after what it holds: runs without these images must not be taken for runs without others.
    const std::filesystem::path file = proposed(("left-out-" + hexOf(hash.finish()).substr(0, 8) + ".csv").c_str());
    return {
        QStringLiteral("%1:searched,leave-out=%2").arg(QString::fromStdString(file.stem().string()), QString::fromStdString(file.string())),
        file, text};
}

std::filesystem::path LabelErrorsPanel::writeLeaveOutList()
{
    const ProposedVariant list = leaveOutList();
    return !list.file.empty() && writeAndTell(list.file, list.content, study().teller()) ? list.file : std::filesystem::path();
}

/// The columns path (or index), observed and mark are those of a file of marks, so that --leave-out and an import take such a table as it is.
/// What is true stands in it only where that is known.
FigureTable LabelErrorsPanel::emptyTable() const
{
    FigureTable table{.header = {"rank", "path", "index", "observed", "predicted", "weight", "mark"}, .rows = {}};
    if (m_model->truthKnown())
        table.header << "true"
                     << "wrong";
    return table;
}

/// The row of the sample of this rank.
QVariantList LabelErrorsPanel::cells(int rank) const
{
    static constexpr std::array marks = {"right", "wrong", "unsure"};
    const SampleWeight& sample = (*m_model->samples())[std::size_t(rank - 1)];
    const auto name = [this](int label) { return QString::fromStdString(m_model->markLabel(label)); };
    const std::optional<LabelVerdict> verdict = m_model->mark(sample);
    QVariantList cells = {rank,
                          QString::fromStdString(m_model->path(sample)),
                          sample.index,
                          name(sample.observedLabel),
                          sample.predicted < 0 ? QString() : name(sample.predicted),
                          double(sample.weight),
                          verdict ? QString::fromLatin1(marks[std::size_t(*verdict)]) : QString()};
    if (m_model->truthKnown())
        cells << name(sample.trueLabel) << int(sample.trueLabel != sample.observedLabel);
    return cells;
}

/// A row for each sample, whatever the list shows.
FigureTable LabelErrorsPanel::everyMark() const
{
    FigureTable table = emptyTable();
    for (int rank = 1; m_model->samples() && rank <= int(m_model->samples()->size()); ++rank)
        table.rows.push_back(cells(rank));
    return table;
}

/// Proposes a variant without the images marked wrong to the question what to compare.
void LabelErrorsPanel::compareWithout()
{
    QAction* compare = bench().action(QStringLiteral("compare"));
    if (!compare || !compare->isEnabled()) {
        if (const std::filesystem::path file = writeLeaveOutList(); !file.empty())
            study().tell({.text = tr("Nothing can be compared yet. --leave-out %1 leaves the images out on the command line.")
                                      .arg(QString::fromStdString(file.string()))});
        return;
    }
    const ProposedVariant list = leaveOutList();
    if (list.file.empty())
        return;
    study().proposeVariant(list);
    compare->trigger();
}

} // namespace reweigh
