// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/FileActions.h"

#include "core/base/PathText.h"
#include "core/config/Presets.h"
#include "core/config/Variant.h"
#include "core/experiment/VariantResult.h"
#include "core/live/plan/StudyAsPlan.h"
#include "core/plan/Plan.h"
#include "core/storage/StudyFolder.h"
#include "widgets/report/PlanReportPage.h"
#include "widgets/state/LogOutcome.h"
#include "widgets/state/OpenStudy.h"
#include "widgets/state/StudiesFolder.h"
#include "widgets/text/ErrorText.h"
#include "widgets/window/common/Actions.h"
#include "widgets/window/common/AppSettings.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/common/EachStudy.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace reweigh {
namespace {

const auto demoCourse = QStringLiteral("demoCourse"); ///< of a study whose search leads on to the demo's comparison

/// Opens a file dialog without blocking; `chosen` is called with the chosen file.
void askFile(QWidget& window, const QString& name, const QString& title, const QStringList& filters, const QString& suggested, bool save,
             std::function<void(const QString&)> chosen)
{
    auto* dialog = new QFileDialog(&window, title);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(filters);
    dialog->setFileMode(save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    if (save) {
        dialog->selectFile(suggested);
        // That of the filter: "Settings as JSON (*.json)". A desktop's own dialog has none selected before it is shown.
        const auto ending = [dialog](const QString& filter) {
            dialog->setDefaultSuffix(filter.section(QStringLiteral("(*."), 1).section(QLatin1Char(')'), 0, 0));
        };
        ending(filters.front());
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog, ending);
    } else {
        dialog->setDirectory(suggested);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, std::move(chosen));
    dialog->open();
}

/// What a new study begins with.
ExperimentConfig newConfig()
{
    ExperimentConfig config;
    config.training.device = AppSettings::load().device.toStdString();
    return config;
}

} // namespace

FileActions::FileActions(Workbench& bench, QWidget& window)
    : QObject(&window)
    , m_bench(bench)
    , m_window(window)
    , m_new(makeAction(this, QStringLiteral("new"), tr("New study"), standardKeys(QKeySequence::New, "Ctrl+N")))
    , m_open(makeAction(this, QStringLiteral("open"), tr("Open…"), standardKeys(QKeySequence::Open, "Ctrl+O")))
    , m_demo(makeAction(this, QStringLiteral("demo"), tr("Try the 5-minute demo")))
    , m_save(makeAction(this, QStringLiteral("save-config"), tr("Save as command/JSON config…"),
                        standardKeys(QKeySequence::SaveAs, "Ctrl+Shift+S")))
    , m_reportPlan(makeAction(this, QStringLiteral("report-plan"), tr("Report of the plan…")))
    , m_reportStudy(makeAction(this, QStringLiteral("report-study"), tr("Report of the study…")))
    , m_rename(makeAction(this, QStringLiteral("rename"), tr("Name the study…"), {QKeySequence(Qt::Key_F2)}))
    , m_close(makeAction(this, QStringLiteral("close"), tr("Close"), standardKeys(QKeySequence::Close, "Ctrl+W")))
    , m_closePlan(makeAction(this, QStringLiteral("close-plan"), tr("Close the plan")))
    , m_recent(std::make_unique<QMenu>(tr("Open recent")))
    , m_reporting([this](const std::pair<Status, QString>& done) { tellReport(done.first, done.second); },
                  [this](const Error& error) { tellReport(error, {}); })
{
    bindIcon(*m_new, QStringLiteral("new"));
    bindIcon(*m_open, QStringLiteral("open"));
    bindIcon(*m_demo, QStringLiteral("run"), Role::Done);
    m_recent->setObjectName(QStringLiteral("menu-recent"));
    connect(m_new, &QAction::triggered, this, &FileActions::beginNew);
    connect(m_open, &QAction::triggered, this, &FileActions::askOpen);
    connect(m_demo, &QAction::triggered, this, &FileActions::tryDemo);
    connect(m_save, &QAction::triggered, this, &FileActions::askSave);
    connect(m_rename, &QAction::triggered, this, [this] { askName(m_bench.current()); });
    connect(m_close, &QAction::triggered, this, [this] { close(m_bench.current()); });
    connect(m_closePlan, &QAction::triggered, this, [this] {
        m_bench.plan().close();
        lookWhetherAllIsClosed();
    });
    const auto followPlan = [this] {
        OpenPlan& plan = m_bench.plan();
        const bool idle = plan.job().state() == PlanJobState::Idle;
        m_closePlan->setEnabled(plan.isOpen() && idle);
        m_closePlan->setToolTip(!plan.isOpen() ? tr("No plan is open")
                                : idle         ? tr("Close %1; nothing stored is lost").arg(plan.title())
                                               : tr("%1 is running: stop it before you close it").arg(plan.title()));
    };
    connect(&bench.plan(), &OpenPlan::snapshotChanged, this, followPlan);
    connect(&bench.plan(), &OpenPlan::jobChanged, this, followPlan);
    followPlan();
    connect(m_reportPlan, &QAction::triggered, this, &FileActions::askReportOfPlan);
    connect(m_reportStudy, &QAction::triggered, this, &FileActions::askReportOfStudy);
    connect(&bench.plan(), &OpenPlan::snapshotChanged, this, &FileActions::followReports);
    connect(&bench, &Workbench::currentChanged, this, &FileActions::followReports);
    followReports();
    connect(m_recent.get(), &QMenu::aboutToShow, this, &FileActions::fillRecent);
    const auto followSave = [this] {
        const Error* refused = m_bench.current().document().refused();
        m_save->setEnabled(!refused);
        m_save->setToolTip(refused ? errorText(*refused) : QString());
    };
    connect(&bench, &Workbench::currentChanged, this, followSave);
    eachStudy(bench, this, [this, followSave](OpenStudy& study) {
        connect(&study.document(), &ExperimentDocument::refusedChanged, this, followSave);
        connect(&study, &OpenStudy::snapshotChanged, this, &FileActions::followReports);
        connect(&study, &OpenStudy::titleChanged, this, [&study] {
            if (!study.isNew())
                rememberStudy(study.file());
        });
    });
    fillRecent();
}

void FileActions::openFile(const std::filesystem::path& file)
{
    if (isPlanFile(file)) {
        if (openPlanFile(m_bench, file))
            Q_EMIT planOpened();
    } else if (openDocument(m_bench, file)) {
        Q_EMIT opened();
    }
}

void FileActions::close(OpenStudy& study)
{
    const RunState state = study.runner().state();
    if (state != RunState::Idle && state != RunState::Paused) {
        study.tell({.severity = Severity::Warning, .text = tr("%1 is running: pause or stop it before you close it.").arg(study.title())});
        return;
    }
    const QString title = study.title();
    const std::function<void()> reopen = reopening(study);
    m_bench.close(study);
    lookWhetherAllIsClosed();
    if (reopen)
        Q_EMIT closedUnstored(title, reopen);
}

std::function<void()> FileActions::reopening(OpenStudy& study)
{
    const ExperimentConfig& config = study.config();
    if (!study.isNew())
        return {};
    for (ExperimentConfig fresh : {ExperimentConfig(), newConfig()}) {
        fresh.outDir = config.outDir; // which a start that failed has chosen
        if (config == fresh)
            return {};
    }
    return [this, config, title = study.givenTitle(), atOnce = study.document().trialsAtOnce()] {
        OpenStudy& again = begin(config);
        again.document().putTrialsAtOnce(atOnce);
        again.setTitle(title);
        Q_EMIT begun(false);
    };
}

void FileActions::lookWhetherAllIsClosed()
{
    if (m_bench.studies().size() != 1 || !isPristine(m_bench.current()))
        return;
    if (m_bench.plan().isOpen())
        Q_EMIT onlyPlanLeft();
    else
        Q_EMIT allClosed();
}

void FileActions::askName(OpenStudy& study)
{
    auto* dialog = new QInputDialog(&m_window);
    dialog->setObjectName(QStringLiteral("nameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Name the study"));
    dialog->setLabelText(study.isNew() ? tr("Its folder will be named after it.") : tr("Its folder keeps its own name."));
    dialog->setTextValue(study.givenTitle().isEmpty() && !study.isNew() ? study.title() : study.givenTitle());
    connect(dialog, &QInputDialog::textValueSelected, &study, &OpenStudy::setTitle);
    dialog->open();
}

OpenStudy& FileActions::begin(const ExperimentConfig& config)
{
    if (!isPristine(m_bench.current()))
        return m_bench.newStudy(config);
    m_bench.current().document().load(config, {});
    return m_bench.current();
}

void FileActions::beginNew()
{
    begin(newConfig());
    Q_EMIT begun(false);
}

void FileActions::tryDemo()
{
    for (const auto& study : m_bench.studies()) // of which nothing may be stored yet
        if (study->findChild<QObject*>(demoCourse, Qt::FindDirectChildrenOnly) && study->runner().state() != RunState::Idle)
            return showRunningDemo(*study);
    const std::filesystem::path begun = rememberedDemo();
    if (begun.empty() || !continueDemo(begun))
        beginDemo();
}

void FileActions::beginDemo(const std::filesystem::path& folder)
{
    ExperimentConfig config = newConfig();
    if (const Status preset = applyPreset(config, "demo"); !preset)
        return m_bench.log().problem(errorText(preset.error()));
    config.outDir = (folder.empty() ? freshStudyFolder(config, QStringLiteral("demo")) : fullPath(folder)).string();
    if (folder.empty())
        rememberDemo(config.outDir);
    OpenStudy& study = begin(config);
    Q_EMIT begun(true);
    runDemo(study);
}

bool FileActions::continueDemo(const std::filesystem::path& folder)
{
    if (!openDocument(m_bench, folder))
        return false;
    Q_EMIT opened();
    OpenStudy& study = m_bench.current();
    const auto goOn = [this, &study] {
        const auto stored = study.snapshot();
        if (stored->beingWritten || study.runner().state() != RunState::Idle)
            return showRunningDemo(study);
        const Result<ExperimentConfig> settings = stored->settings(); // the demo's own number of seeds
        const bool compared = settings && isCompared(stored->variants, settings->search.variantSeeds);
        if (stored->facts && !compared) {
            Q_EMIT begun(true); // the search's panels are empty until its first trial is complete
            runDemo(study);
        }
    };
    if (study.snapshot()->facts) // it was open already
        goOn();
    else
        connect(&study, &OpenStudy::snapshotChanged, this, goOn, Qt::SingleShotConnection);
    return true;
}

/// Brings a demo into view that runs here or in another process; one that is paused goes on.
void FileActions::showRunningDemo(OpenStudy& study)
{
    m_bench.setCurrent(study);
    Q_EMIT begun(true);
    if (study.runner().state() == RunState::Paused)
        study.runner().resume();
    else
        study.tell({.text = tr("%1 is running already.").arg(study.title()), .topic = "demo"});
}

void FileActions::resume(OpenStudy& study)
{
    const std::filesystem::path demo = rememberedDemo();
    if (!demo.empty() && study.file() == StudyFolder::in(demo).file())
        runDemo(study);
    else
        study.run();
}

/// Runs the study's search, and after it the demo's comparison. If the search fails, or the study is changed into another, the course of
/// the demo is over: what the user runs then leads to nothing by itself.
void FileActions::runDemo(OpenStudy& study)
{
    delete study.findChild<QObject*>(demoCourse, Qt::FindDirectChildrenOnly); // of a run that was stopped
    auto* course = new QObject(&study);
    course->setObjectName(demoCourse);
    const int next = int(demoVariants().size()) * study.config().search.variantSeeds;
    study.setComparisonNext(next);
    // A search that was asked to pause or stop, and came to its end before it did, is not followed by more.
    connect(&study, &OpenStudy::stateChanged, course, [&study, next] {
        if (const RunState state = study.runner().state(); state != RunState::Idle)
            study.setComparisonNext(state == RunState::Pausing || state == RunState::Stopping ? 0 : next);
    });
    connect(course, &QObject::destroyed, &study, [&study] { study.setComparisonNext(0); });
    const auto end = [course] { course->deleteLater(); };
    connect(&study.runner(), &StudyRunner::failed, course, end);
    connect(&study, &OpenStudy::anotherStudyWanted, course, end);
    connect(
        &study, &OpenStudy::finished, course,
        [this, &study, course](bool comparison) {
            if (comparison) {
                course->deleteLater();
                Q_EMIT demoCompared(study);
                return;
            }
            if (study.comparisonNext() == 0)
                return;
            study.tell(
                {.text = tr("%1: the best network is now compared with its controls; Compare (Ctrl+4) shows it.").arg(study.title())});
            // The settings of the search, even if the document was changed meanwhile.
            study.runner().compare(study.snapshot()->facts ? study.storedConfig() : study.config(), demoVariants());
        },
        Qt::QueuedConnection);
    study.tell(
        {.text = tr("%1: the search (trials: %2) is followed by a comparison (trainings: up to %3). The five minutes are for both, on "
                    "two cores that do nothing else.")
                     .arg(study.title(), QLocale().toString(study.config().search.trials), QLocale().toString(study.comparisonNext()))});
    study.run();
}

void FileActions::askOpen()
{
    const auto& file = m_bench.current().file();
    const std::filesystem::path folder = file.empty() ? studiesFolder() : file.parent_path();
    askFile(m_window, QStringLiteral("openDialog"), tr("Open a study or a plan"),
            {tr("Studies and plans (*.db *.sqlite *.sqlite3 *.json)"), tr("All files (*)")}, QString::fromStdString(folder.string()), false,
            [this](const QString& chosen) { openFile(chosen.toStdString()); });
}

/// Saves what is set when it is asked for, whichever study is in view by the time that a file is chosen.
void FileActions::askSave()
{
    finishTyping();
    if (!m_save->isEnabled()) // for what was typed last
        return;
    askFile(m_window, QStringLiteral("saveDialog"), tr("Save the settings"), {tr("Settings as JSON (*.json)"), tr("Shell command (*.sh)")},
            QStringLiteral("reweigh.json"), true,
            [tell = m_bench.current().teller(), config = m_bench.current().config()](const QString& chosen) {
                tellOutcome(tell, writeConfig(config, chosen.toStdString()), tr("Settings written to %1.").arg(chosen), "settings-file");
            });
}

/// What `reweigh report` takes: a plan that can be read, and a study with compared variants.
void FileActions::followReports()
{
    const OpenPlan& plan = m_bench.plan();
    const auto study = m_bench.current().snapshot();
    const bool busy = m_reporting.busy();
    const bool isRead = plan.snapshot() && !plan.failure();
    const bool isCompared =
        study->facts && !study->noVariants && std::ranges::any_of(study->variants, [](const VariantResult& one) { return !one.earlier; });
    const QString writing = tr("A report is being written");
    m_reportPlan->setEnabled(isRead && !busy);
    m_reportPlan->setToolTip(busy             ? writing
                             : isRead         ? tr("Write the answer, figures, tables and recipe of %1 as PDF or HTML").arg(plan.title())
                             : plan.failure() ? errorText(*plan.failure())
                                              : tr("No plan is open"));
    m_reportStudy->setEnabled(isCompared && !busy);
    m_reportStudy->setToolTip(busy                ? writing
                              : isCompared        ? tr("Write the figures, tables and recipe of the comparison as PDF or HTML")
                              : study->noVariants ? errorText(*study->noVariants)
                                                  : tr("Needs compared variants of a study of Reweigh"));
}

void FileActions::askReportOfPlan()
{
    std::filesystem::path file = m_bench.plan().file();
    askReport(file.replace_extension(".pdf"), m_bench.plan().teller(),
              [snapshot = m_bench.plan().snapshot()](const std::filesystem::path& html, const std::filesystem::path& pdf) {
                  return writePlanReport(snapshot->state, html, pdf);
              });
}

void FileActions::askReportOfStudy()
{
    OpenStudy& study = m_bench.current();
    askReport(study.file().parent_path() / "report.pdf", study.teller(),
              [snapshot = study.snapshot()](const std::filesystem::path& html, const std::filesystem::path& pdf) {
                  const Result<std::unique_ptr<StudyAsPlan>> plan = studyAsPlan(*snapshot);
                  return plan ? writePlanReport((*plan)->state, html, pdf) : Status(plan.error());
              });
}

void FileActions::askReport(const std::filesystem::path& suggested, const LogTeller& teller, WriteReport write)
{
    askFile(m_window, QStringLiteral("reportDialog"), tr("Write the report"), {tr("Report as PDF (*.pdf)"), tr("Report as HTML (*.html)")},
            QString::fromStdString(suggested.string()), true, [this, teller, write = std::move(write)](const QString& chosen) {
                m_tellReport = teller;
                m_reporting.request([write, chosen] {
                    const std::filesystem::path file = chosen.toStdString(), none;
                    const bool html = chosen.endsWith(QLatin1String(".html"), Qt::CaseInsensitive)
                                      || chosen.endsWith(QLatin1String(".htm"), Qt::CaseInsensitive);
                    return std::pair(html ? write(file, none) : write(none, file), chosen);
                });
                followReports();
            });
}

void FileActions::tellReport(const Status& written, const QString& file)
{
    tellOutcome(m_tellReport, written, tr("Report written to %1.").arg(file), "report");
    followReports();
}

void FileActions::fillRecent()
{
    m_recent->clear();
    for (const QString& file : recentStudies()) {
        QString shown = file;
        m_recent->addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                            [this, file] { openFile(pathFromText(file.toStdString())); });
    }
    if (m_recent->isEmpty())
        m_recent->addAction(tr("Nothing yet"))->setEnabled(false);
}

} // namespace reweigh
