// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/labels/VerifyPanel.h"

#include "core/base/PathText.h"
#include "core/config/DataSets.h"
#include "widgets/labels/MarkFiles.h"
#include "widgets/labels/SampleImage.h"
#include "widgets/labels/VerifyProgress.h"
#include "widgets/text/DataText.h"
#include "widgets/text/ErrorText.h"
#include "widgets/theme/Theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <utility>

namespace reweigh {

VerifyPanel::VerifyPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("verify"), tr("Verify"), bench, parent)
    , m_class(new QComboBox(this))
    , m_question(new QLabel)
    , m_left(new QLabel)
    , m_card(new SampleCard)
    , m_progress(new VerifyProgress)
    , m_save(new QPushButton(tr("Save and use the list…")))
    , m_export(menu().addAction(tr("Export marks…")))
    , m_import(menu().addAction(tr("Import marks…")))
{
    m_class->setObjectName(QStringLiteral("verifyClass"));
    m_class->setAccessibleName(tr("Which images are offered"));
    m_class->setToolTip(m_class->accessibleName());
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_class->setMinimumContentsLength(8);
    addTitleWidget(m_class);
    connect(m_class, &QComboBox::activated, this, &VerifyPanel::chooseClass);
    connect(m_card, &SampleCard::judged, this, &VerifyPanel::judge);
    connect(m_card, &SampleCard::stepWanted, this, &VerifyPanel::step);
    connect(m_card, &SampleCard::undoWanted, this, &VerifyPanel::undo);
    m_save->setObjectName(QStringLiteral("verifySave"));
    m_save->setToolTip(tr("Writes which images have right labels, as a file that the recipe and --clean take"));
    connect(m_save, &QPushButton::clicked, this, &VerifyPanel::askFile);
    connect(m_export, &QAction::triggered, this, &VerifyPanel::exportMarks);
    connect(m_import, &QAction::triggered, this, &VerifyPanel::importMarks);
    makeBody();
}

void VerifyPanel::makeBody()
{
    m_question->setObjectName(QStringLiteral("verifyQuestion"));
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText); // names of classes come from folders
    m_left->setObjectName(QStringLiteral("verifyLeft"));
    m_left->setWordWrap(true);
    m_left->setTextFormat(Qt::PlainText);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_question);
    column->addWidget(m_card, 3);
    column->addWidget(m_left);
    QWidget* rows = m_progress->scrolled();
    rows->setMinimumHeight(Theme::instance().grid(4));
    column->addWidget(rows, 1);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    setBody(body);
    setFocusProxy(m_card);
}

void VerifyPanel::attach(OpenStudy& study)
{
    connect(&study, &OpenStudy::previewChanged, this, &VerifyPanel::scheduleRefresh);
    connect(&study, &OpenStudy::previewChanged, this, &VerifyPanel::tellHeldOut);
    connect(&study, &OpenStudy::configChanged, this, &VerifyPanel::scheduleRefresh);
    m_queue.reset();
    m_history.clear();
    m_at = 0;
    m_saved.clear();
}

/// Begins anew if the images, or the seed of their order, are others than before.
void VerifyPanel::turnTo(const RecipePreview& preview)
{
    if (m_queue && m_queue->source() == preview.data.source && m_seed == preview.options.seed)
        return;
    const std::shared_ptr<LabelMarks> marks = LabelMarks::of(preview.options);
    if (marks != m_marks) {
        if (m_marks)
            disconnect(m_marks.get(), nullptr, this, nullptr);
        m_marks = marks;
        connect(m_marks.get(), &LabelMarks::changed, this, &VerifyPanel::scheduleRefresh);
        connect(m_marks.get(), &LabelMarks::stepped, this, &VerifyPanel::showStepped);
        if (m_marks->problem())
            study().tell({.severity = Severity::Problem, .text = errorText(*m_marks->problem())});
    }
    m_folder = fullPath(preview.options.dataDir);
    m_seed = preview.options.seed;
    m_queue.emplace(preview.data.source, m_seed);
    m_history.clear();
    m_at = 0;
    fillClasses();
}

void VerifyPanel::fillClasses()
{
    const QSignalBlocker blocker(m_class);
    const QString chosen = m_class->currentIndex() > 0 ? m_class->currentText() : QString();
    m_class->clear();
    m_class->addItem(tr("every class"));
    m_class->setItemData(0, tr("every class in turn"), Qt::ToolTipRole);
    for (int label = 0; label < m_queue->classes(); ++label)
        m_class->addItem(QString::fromStdString(m_queue->source()->classNames[std::size_t(label)]), label);
    m_class->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_class->findText(chosen)));
}

std::optional<int> VerifyPanel::chosenClass() const
{
    const QVariant label = m_class->currentData();
    return label.isValid() ? std::optional(label.toInt()) : std::nullopt;
}

int VerifyPanel::needed() const
{
    const DataOptions& recipe = study().config().data;
    return checkedImagesNeeded((recipe.metaSource == MetaSource::Pseudo ? 0 : recipe.metaPerClass) + recipe.valPerClass,
                               m_queue->source()->testSplitOff);
}

void VerifyPanel::refresh()
{
    const DataOptions& recipe = study().config().data;
    const auto preview = study().preview();
    const bool own = hasOwnLabels(recipe.dataset);
    const bool read = own && preview && hasOwnLabels(preview->options.dataset) && preview->options.dataDir == recipe.dataDir;
    const bool ready = read && preview->data.source;
    m_class->setVisible(ready);
    m_export->setEnabled(ready);
    m_import->setEnabled(ready);
    if (!own)
        return showEmpty(tr("Here you check the labels of your own images. Those of this data set are known; choose a folder in Recipe."));
    if (!read)
        return showEmpty(tr("The images are being read."));
    if (!ready)
        return showEmpty(tr("The images cannot be read; Recipe says why."));
    turnTo(*preview);
    if (!shown())
        advance();
    showImage();
    showProgress();
    showBody();
}

/// Goes to the image after the one that is shown: one that was shown before, or else the next that nobody has looked at.
void VerifyPanel::advance()
{
    if (m_at + 1 < m_history.size()) {
        ++m_at;
    } else {
        const std::optional<std::size_t> next = m_queue->next(*m_marks, needed(), chosenClass());
        if (next && (m_history.empty() || m_history.back() != *next))
            m_history.push_back(*next);
        m_at = next ? m_history.size() - 1 : m_history.size();
    }
    m_since.restart();
}

/// Offers an image of the class that was chosen, in place of one that was not judged yet.
void VerifyPanel::chooseClass()
{
    if (!m_queue)
        return;
    if (const auto image = shown(); image && !m_marks->verdict(m_queue->path(*image), m_queue->className(*image)))
        m_history.erase(m_history.begin() + std::ptrdiff_t(m_at));
    m_at = m_history.size();
    advance();
    m_card->setFocus();
    scheduleRefresh();
}

void VerifyPanel::judge(LabelVerdict verdict)
{
    const std::optional<std::size_t> image = shown();
    if (!image)
        return;
    const std::string &path = m_queue->path(*image), &name = m_queue->className(*image);
    if (!m_marks->verdict(path, name) && m_since.isValid())
        m_pace.add(double(m_since.elapsed()) / 1000.0);
    m_marks->mark(study().document().undoStack(), path, LabelMark{name, verdict});
    if (const std::optional<Error>& problem = m_marks->problem())
        study().tell({.severity = Severity::Problem, .text = errorText(*problem)});
    advance();
    scheduleRefresh();
}

void VerifyPanel::step(int images)
{
    if (images < 0 && m_at > 0)
        --m_at;
    else if (images > 0 && m_at + 1 < m_history.size())
        ++m_at;
    else
        return;
    m_since.restart();
    scheduleRefresh();
}

/// Takes the last mark back.
void VerifyPanel::undo()
{
    QUndoStack& stack = study().document().undoStack();
    if (m_queue && LabelMarks::isNext(stack))
        stack.undo();
}

/// Shows the image again whose mark Undo has taken back, or Redo brought back.
void VerifyPanel::showStepped(const std::vector<std::string>& images)
{
    const auto stepped = [&](std::size_t image) { return std::ranges::binary_search(images, m_queue->path(image)); };
    const auto first = m_queue ? std::ranges::find_if(m_history, stepped) : m_history.end();
    if (first == m_history.end())
        return;
    m_at = std::size_t(first - m_history.begin());
    m_since.restart();
    scheduleRefresh();
}

void VerifyPanel::showImage()
{
    const std::optional<std::size_t> image = shown();
    m_card->setVisible(image.has_value());
    m_card->setCanUndo(LabelMarks::isNext(study().document().undoStack()));
    if (!image) {
        m_question->setText(chosenClass() ? tr("Every image of this class has been looked at.")
                                          : tr("Nothing is left to look at here. To check more, choose a class."));
        return;
    }
    const QString name = QString::fromStdString(m_queue->className(*image));
    m_question->setText(tr("Is this label right: %1?").arg(name));
    SampleFacts facts;
    facts.image = sampleImage(m_queue->set(*image), m_queue->place(*image));
    facts.file = m_folder / m_queue->path(*image);
    facts.name = QString::fromStdString(m_queue->path(*image));
    facts.mark = m_marks->verdict(m_queue->path(*image), m_queue->className(*image));
    if (facts.mark)
        facts.lines << tr("You said: %1").arg(verdictWords(*facts.mark));
    m_card->setFacts(facts);
}

void VerifyPanel::showProgress()
{
    const std::vector<ClassProgress> progress = m_queue->progress(*m_marks);
    std::vector<VerifyProgress::Row> rows;
    int right = 0, looked = 0;
    for (std::size_t c = 0; c < progress.size(); ++c) {
        rows.push_back({QString::fromStdString(m_queue->source()->classNames[c]), progress[c]});
        right += progress[c].right;
        looked += progress[c].looked;
    }
    m_progress->setRows(std::move(rows), needed());
    m_left->setText(leftText(progress));
    m_save->setEnabled(right > 0);
    setScope(tr("%1 right of %2 looked at").arg(QLocale().toString(right), QLocale().toString(looked)));
}

/// What is still missing, and how long it takes at the pace of the last marks.
QString VerifyPanel::leftText(const std::vector<ClassProgress>& progress) const
{
    const QLocale locale;
    const int enough = needed();
    int missing = 0, right = 0, looked = 0;
    QString tooFew;
    for (std::size_t c = 0; c < progress.size(); ++c) {
        const ClassProgress& at = progress[c];
        const int possible = at.right + at.images - at.looked;
        missing += std::max(0, std::min(enough, possible) - at.right);
        right += at.right;
        looked += at.looked;
        if (possible < enough && tooFew.isEmpty())
            tooFew =
                tr("%1 cannot have %2 checked images, as it has %3 at most: lower the numbers of meta and validation images per class.")
                    .arg(QString::fromStdString(m_queue->source()->classNames[c]), locale.toString(enough), locale.toString(possible));
    }
    QString text;
    if (missing == 0) {
        text = tooFew.isEmpty() ? enoughText(progress) : QString();
    } else if (const std::optional<double> pace = m_pace.seconds()) {
        const double share = looked > 0 ? std::max(0.05, double(right) / looked) : 1.0; // not every image that is looked at will do
        const int minutes = int(std::ceil(missing / share * *pace / 60.0));
        text = tr("Still missing: %1 · about %2 min at your pace").arg(locale.toString(missing), locale.toString(minutes));
    } else {
        text = tr("Still missing: %Ln image(s) with right labels", nullptr, missing);
    }
    return tooFew.isEmpty() ? text : text.isEmpty() ? tooFew : text + QLatin1Char('\n') + tooFew;
}

/// That the list can be saved, and how few test images there are then: those are no part of what a class needs.
QString VerifyPanel::enoughText(const std::vector<ClassProgress>& progress) const
{
    const DataSource& source = *m_queue->source();
    std::vector<int> tests;
    for (std::size_t c = 0; c < progress.size(); ++c)
        tests.push_back(source.testSplitOff ? testImagesOfChecked(progress[c].right)
                                            : int(std::ranges::count(source.test.labels, std::uint16_t(c))));
    QString few = fewTestText(std::accumulate(tests.begin(), tests.end(), 0), tests.empty() ? 0 : *std::ranges::min_element(tests));
    const QString text = tr("Every class has enough checked images for meta and validation: save the list.");
    if (few.isEmpty())
        return text;
    few = tr("%1 %2.", "warning sign, a remark").arg(markOf(Role::Warning), few);
    if (source.testSplitOff)
        few += QLatin1Char(' ') + tr("Check more images, or put test images into a folder test/, to see smaller differences.");
    return text + QLatin1Char('\n') + few;
}

void VerifyPanel::askFile()
{
    if (m_queue)
        askFileToWrite(*this,
                       {QStringLiteral("verifySaveDialog"), tr("Save the list of checked images"), m_folder.parent_path() / "checked.csv"},
                       saving());
}

void VerifyPanel::save(const std::filesystem::path& file)
{
    if (m_queue)
        saving()(file);
}

/// Saves the list as it is now, for the study in view now: another one may be in view when the file is chosen.
std::function<void(const std::filesystem::path&)> VerifyPanel::saving()
{
    return [this, of = QPointer<OpenStudy>(&study()), tell = study().teller(), folder = m_folder,
            list = m_queue->checkedList(*m_marks)](const std::filesystem::path& file) {
        if (!writeAndTell(file, list, tell))
            return;
        if (!of || fullPath(of->config().data.dataDir) != folder) // closed, or of other images by now
            return;
        if (of == &study())
            m_saved = file;
        if (of->config().data.clean == file.string())
            of->readDataAgain();
        else if (const Status set = of->document().set("clean", file.string(), tr("Checked images")); !set)
            tell({.severity = Severity::Problem, .text = errorText(set.error())});
        tellHeldOut(); // a list that is as it was is not read again
    };
}

namespace {

/// Images, in all and of the class with fewest; nothing of a class is 0.
struct Amount {
    Amount(int classes, std::size_t images, const std::function<std::size_t(std::size_t)>& labelOf)
        : all(int(images))
    {
        std::vector<int> ofClass(std::size_t(std::max(1, classes)));
        for (std::size_t i = 0; i < images; ++i)
            ++ofClass.at(labelOf(i));
        fewest = *std::ranges::min_element(ofClass);
    }
    int all = 0, fewest = 0;
};

} // namespace

/// Says what a list that was just saved leaves for each purpose: a short one may leave very few test images. If the recipe cannot draw from
/// it, Recipe says why.
void VerifyPanel::tellHeldOut()
{
    const auto preview = study().preview();
    const bool drawn =
        !m_saved.empty() && preview && preview->options.clean == m_saved.string() && isPresent(*preview, study().config().data);
    if (!drawn)
        return;
    m_saved.clear();
    if (preview->error || !preview->data.plan)
        return;
    const DataPlan& plan = *preview->data.plan;
    const DataSource& source = *preview->data.source;
    const std::span<const std::uint16_t> labels = trueLabels(plan, source.train);
    const auto amount = [&](const std::vector<std::uint32_t>& images) {
        return Amount(plan.classes, images.size(), [&](std::size_t i) { return std::size_t(labels[images[i]]); });
    };
    const Amount meta = amount(plan.meta), validation = amount(plan.validation);
    const Amount test(plan.classes, source.test.size(), [&](std::size_t i) { return std::size_t(source.test.labels[i]); });
    const auto number = [](int value) { return QLocale().toString(value); };
    const QString said =
        plan.pseudoMetaPerClass > 0
            ? tr("Images that are held out with this list: validation %1, test %2; of the class with fewest %3 and %4.")
                  .arg(number(validation.all), number(test.all), number(validation.fewest), number(test.fewest))
            : tr("Images that are held out with this list: meta %1, validation %2, test %3; of the class with fewest %4, %5 and %6.")
                  .arg(number(meta.all), number(validation.all), number(test.all), number(meta.fewest), number(validation.fewest),
                       number(test.fewest));
    study().tell({.text = said, .topic = "checked-list"});
}

void VerifyPanel::exportMarks()
{
    askFileToWrite(*this, {QStringLiteral("exportMarksDialog"), tr("Export marks"), m_folder.parent_path() / "marks.csv"},
                   [csv = marksCsv(m_marks->all(), m_marks->byPath()), tell = study().teller()](const std::filesystem::path& file) {
                       writeAndTell(file, csv, tell);
                   });
}

/// Of the folder in view now, whatever is in view when the file is chosen.
void VerifyPanel::importMarks()
{
    if (!m_queue)
        return;
    MarkLabels labels;
    for (std::size_t i = 0; i < m_queue->size(); ++i)
        labels.emplace(m_queue->path(i), m_queue->className(i));
    askMarksToRead(*this, {QStringLiteral("importMarksDialog"), tr("Import marks"), m_folder.parent_path() / "marks.csv"}, study(), m_marks,
                   std::move(labels));
}

/// A key that no control of the panel has taken.
void VerifyPanel::keyPressEvent(QKeyEvent* event)
{
    const std::optional<LabelVerdict> verdict = SampleCard::verdictOf(*event);
    if (verdict && m_card->isVisible())
        judge(*verdict);
    else
        Panel::keyPressEvent(event);
}

void VerifyPanel::retheme()
{
    const Theme& theme = Theme::instance();
    m_question->setFont(theme.titleFont());
    m_left->setFont(theme.bodyFont());
}

QString VerifyPanel::summary() const
{
    return m_queue ? scope() + QStringLiteral(". ") + m_left->text() : title();
}

FigureTable VerifyPanel::table() const
{
    FigureTable table{.header = {"class", "right", "looked_at", "needed", "images"}, .rows = {}};
    if (!m_queue)
        return table;
    const std::vector<ClassProgress> progress = m_queue->progress(*m_marks);
    for (std::size_t c = 0; c < progress.size(); ++c)
        table.rows.push_back({QString::fromStdString(m_queue->source()->classNames[c]), progress[c].right, progress[c].looked, needed(),
                              progress[c].images});
    return table;
}

} // namespace reweigh
