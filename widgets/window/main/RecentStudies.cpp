// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/RecentStudies.h"

#include "core/base/PathText.h"
#include "core/live/follow/StudyReader.h"
#include "core/plan/Plan.h"
#include "core/storage/StudyFolder.h"
#include "widgets/state/StudyTitle.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/common/Documents.h"

#include <QCommandLinkButton>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace reweigh {
namespace {

constexpr std::size_t mostShown = 6; ///< as many as fit beside the ways to begin on a small screen

struct RecentWords {
    Q_DECLARE_TR_FUNCTIONS(RecentStudies)
};

QString titleOf(const std::filesystem::path& file, bool plan)
{
    if (plan)
        return QString::fromStdString(file.filename().string());
    if (const QString named = readStudyTitle(file); !named.isEmpty())
        return named;
    const QString folder = QString::fromStdString(file.parent_path().filename().string());
    return StudyFolder::ofFile(file).isUsual() && !folder.isEmpty() ? folder : QString::fromStdString(file.filename().string());
}

/// When a study's file was last written: what a study that runs, or was killed, has written last lies in the log beside it.
QDateTime writtenAt(const std::filesystem::path& file)
{
    const QFileInfo log(std::filesystem::path(file.native() + "-wal"));
    const QDateTime written = QFileInfo(file).lastModified();
    return log.size() > 0 ? std::max(written, log.lastModified()) : written;
}

/// Counts the comparison's trainings. `seeds`: of each variant, as the study's settings say; a comparison may have had more.
void countCompared(RecentState& state, const StudySnapshot& study, int seeds)
{
    for (const VariantResult& variant : study.variants)
        if (!variant.earlier) {
            state.compared += variant.ended();
            ++state.variants;
        }
    state.trainings = state.variants * std::max(seeds, mostSeeds(study.variants));
}

RecentState stateOfRecent(const QString& given)
{
    const std::filesystem::path file = pathFromText(given.toStdString());
    RecentState state{.file = given, .changed = writtenAt(file), .plan = isPlanFile(file)};
    state.title = titleOf(file, state.plan);
    if (state.plan) {
        if (const Result<Plan> plan = readPlan(file)) // which is worked on in the studies of its cells
            for (const PlanCell& cell : plan->cells) {
                const StudyFolder folder = StudyFolder::of(cell.config);
                for (const std::filesystem::path& study : {folder.file(), StudyFolder::in(folder.randomSearch()).file()})
                    if (isThere(study))
                        state.changed = std::max(state.changed, writtenAt(study));
            }
        return state;
    }
    StudyReader reader(file, {}, {.patience = std::chrono::milliseconds(200)});
    const auto read = reader.read();
    if (!read || !*read)
        return state;
    const StudySnapshot& study = **read;
    state.readable = true;
    state.running = study.beingWritten;
    for (const auto& trial : study.trials) {
        state.finished += isFinished(trial->state);
        state.interrupted += study.isInterrupted(*trial);
        for (const std::optional<Timestamp>& time : {trial->started, trial->finished})
            if (time)
                state.changed =
                    std::max(state.changed, QDateTime::fromMSecsSinceEpoch(
                                                std::chrono::duration_cast<std::chrono::milliseconds>(time->time_since_epoch()).count()));
    }
    const Result<ExperimentConfig> settings = study.settings();
    if (settings)
        state.budget = settings->search.trials;
    countCompared(state, study, settings ? settings->search.variantSeeds : 0);
    if (const StudyTrial* best = study.best())
        state.best = best->value;
    return state;
}

QString dayText(const QDateTime& time, const QDateTime& now)
{
    const QString clock = QLocale().toString(time.time(), QLocale::ShortFormat);
    switch (time.date().daysTo(now.date())) {
    case 0: return RecentWords::tr("today %1").arg(clock);
    case 1: return RecentWords::tr("yesterday %1").arg(clock);
    }
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

} // namespace

std::vector<RecentState> readRecent(const QStringList& files)
{
    std::vector<RecentState> states;
    for (const QString& file : files)
        states.push_back(stateOfRecent(file));
    std::ranges::stable_sort(states, std::ranges::greater(), &RecentState::changed);
    return states;
}

QString recentText(const RecentState& state, const QDateTime& now)
{
    QStringList parts;
    if (state.plan) {
        parts << RecentWords::tr("plan");
    } else if (state.readable) {
        const QLocale locale;
        const QString trials = state.budget > 0
                                   ? RecentWords::tr("%1 of %n trial(s)", nullptr, state.budget).arg(locale.toString(state.finished))
                                   : RecentWords::tr("%n trial(s)", nullptr, state.finished);
        parts << (state.running           ? RecentWords::tr("%1, running").arg(trials)
                  : state.interrupted > 0 ? RecentWords::tr("%1, interrupted").arg(trials)
                                          : trials);
        if (state.best)
            parts << RecentWords::tr("best %1").arg(shownFigure(*state.best, 4));
        if (state.compared < state.trainings)
            parts << RecentWords::tr("comparison: %1 of %n training(s)", nullptr, state.trainings).arg(locale.toString(state.compared));
        else if (state.variants > 0)
            parts << RecentWords::tr("%n variant(s) compared", nullptr, state.variants);
    }
    if (state.changed.isValid())
        parts << dayText(state.changed, now);
    return parts.join(QStringLiteral(" · "));
}

RecentStudies::RecentStudies(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
    , m_head(new QLabel(tr("Continue with"), this))
    , m_reading([this](const std::vector<RecentState>& states) { fill(states); })
{
    setObjectName(QStringLiteral("recentStudies"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Theme::instance().grid(0.5));
    m_rows->addWidget(m_head);
    m_head->setObjectName(QStringLiteral("recentHead"));
    m_head->setFont(Theme::instance().titleFont());
    m_head->hide();
}

void RecentStudies::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void RecentStudies::read()
{
    m_reading.request([files = recentStudies()] {
        std::vector<RecentState> states = readRecent(files);
        states.resize(std::min(states.size(), mostShown));
        return states;
    });
}

void RecentStudies::fill(const std::vector<RecentState>& states)
{
    qDeleteAll(findChildren<QCommandLinkButton*>(QString(), Qt::FindDirectChildrenOnly));
    m_head->setVisible(!states.empty());
    const QDateTime now = QDateTime::currentDateTime();
    for (const RecentState& state : states) {
        const QString what = recentText(state, now);
        QString shown = state.title;
        auto* button = new QCommandLinkButton(shown.replace(QLatin1Char('&'), QLatin1String("&&")), what, this);
        button->setObjectName(QStringLiteral("recentStudy"));
        button->setAccessibleName(state.title);
        button->setAccessibleDescription(what);
        button->setToolTip(state.file);
        button->setAutoDefault(true);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name is cut, the page stays narrow
        connect(button, &QCommandLinkButton::clicked, this, [this, file = state.file] { Q_EMIT wanted(file); });
        m_rows->addWidget(button);
    }
}

} // namespace reweigh
