// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/DensityInfo.h"
#include "core/analysis/LandscapeInfo.h"
#include "core/analysis/TimelineInfo.h"
#include "tests/support/RandomStudies.h"
#include "tests/support/SharedFiles.h"
#include "tests/widgets/search/ShownPanels.h"
#include "widgets/search/IntermediatePanel.h"
#include "widgets/search/ParallelLines.h"
#include "widgets/search/RankPanel.h"
#include "widgets/search/SlicePanel.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

using namespace reweigh;
using nlohmann::json;

/// What the views of random studies of the real Optuna are given are the counts and values that Optuna reads in them.
class tst_Random : public QObject {
    Q_OBJECT

    static constexpr int count = 60, seed = 3;
    static constexpr std::size_t shownStudies = 20; ///< in panels, each of which computes in the background

    struct Study {
        test::RandomStudy theirs;
        std::shared_ptr<const StudySnapshot> ours;

        TrialRefs refs() const { return trialRefs(ours->trials); }
        const json& trials() const { return theirs.said.at("trials"); }
        std::string title() const { return theirs.file.filename().string() + ", " + theirs.name.substr(0, 20) + ": "; }
    };

    QTemporaryDir m_dir;
    std::vector<Study> m_studies;

    static bool isIn(const json& trial, const char* state) { return trial.at("state") == state; }
    static bool isEvaluated(const json& trial) { return isIn(trial, "COMPLETE") && !trial.at("values").is_null(); }
    static std::int64_t numberOf(const json& trial) { return trial.at("number").get<std::int64_t>(); }
    static double valueOf(const json& trial, std::size_t objective = 0) { return test::exactNumber(trial.at("values").at(objective)); }

    static bool isFeasible(const json& trial)
    {
        return std::ranges::all_of(trial.at("constraints"), [](const json& bound) { return test::exactNumber(bound) <= 0.0; });
    }

    /// The inner value of a parameter; none if the trial lacks it.
    static std::optional<double> innerValue(const json& trial, const std::string& name)
    {
        const auto found = trial.at("params").find(name);
        return found == trial.at("params").end() ? std::nullopt : std::optional(test::exactNumber(found->at(1)));
    }

    static std::vector<const json*> completeTrials(const Study& study)
    {
        std::vector<const json*> complete;
        for (const json& trial : study.trials())
            if (isEvaluated(trial))
                complete.push_back(&trial);
        return complete;
    }

    static bool isSame(double one, double other) { return one == other || (std::isnan(one) && std::isnan(other)); }

    static double median(std::vector<double> values)
    {
        if (values.empty())
            return std::numeric_limits<double>::quiet_NaN();
        std::ranges::sort(values);
        const std::size_t middle = values.size() / 2;
        return values.size() % 2 ? values[middle] : (values[middle] + values[middle - 1]) / 2.0;
    }

    // Each returns what differs from what Optuna said; empty: nothing.

    static std::string sliceFault(const Study& study, const ParameterAxis& axis)
    {
        const SliceInfo info = sliceInfo(study.refs(), axis);
        std::map<double, std::vector<double>> byPlace;
        auto point = info.points.begin();
        for (const json* trial : completeTrials(study)) {
            const auto at = innerValue(*trial, axis.name);
            if (!at)
                continue;
            if (point == info.points.end())
                return "too few points";
            if (numberOf(*trial) != point->trial || !test::isSameNumber(point->at, *at)
                || !test::isSameNumber(point->value, valueOf(*trial)))
                return "point of trial " + std::to_string(point->trial);
            byPlace[*at].push_back(valueOf(*trial));
            ++point;
        }
        if (point != info.points.end())
            return "too many points";
        std::size_t held = 0;
        for (const SliceInfo::Part& part : info.parts) {
            held += std::size_t(part.n);
            const std::vector<double>& here = byPlace[part.low];
            if (axis.categorical && (here.size() != std::size_t(part.n) || !isSame(part.median, median(here))))
                return "category " + std::to_string(part.low);
        }
        return held == info.points.size() ? "" : "parts hold " + std::to_string(held);
    }

    /// A value beyond the ends, as an infinite one, has no cell.
    static bool hasCell(const ParameterAxis& axis, std::optional<double> value)
    {
        return value && (axis.categorical || (*value >= axis.low - axis.step / 2 && *value <= axis.high + axis.step / 2));
    }

    static bool isWithin(const LandscapeInfo::Side& side, std::size_t cell, double value)
    {
        return value >= side.edges[cell] && value <= side.edges[cell + 1];
    }

    static std::string landscapeFault(const Study& study, const ParameterAxis& x, const ParameterAxis& y)
    {
        const LandscapeInfo info = landscapeInfo(study.refs(), study.ours->direction, x, y);
        std::map<std::int64_t, std::size_t> cells; // by trial
        for (std::size_t cell = 0; cell < info.cells.size(); ++cell) {
            if (info.cells[cell].n != int(info.cells[cell].trials.size()))
                return "n of cell " + std::to_string(cell);
            for (const std::int64_t trial : info.cells[cell].trials)
                if (!cells.emplace(trial, cell).second)
                    return "two cells of trial " + std::to_string(trial);
        }
        const json& said = study.theirs.said.at("best");
        const json* best = nullptr; // the first of equal ones
        std::vector<std::vector<double>> values(info.cells.size());
        std::size_t held = 0;
        for (const json* trial : completeTrials(study)) {
            const auto atX = innerValue(*trial, x.name), atY = innerValue(*trial, y.name);
            const auto cell = cells.find(numberOf(*trial));
            const std::string name = "trial " + std::to_string(numberOf(*trial));
            if ((hasCell(x, atX) && hasCell(y, atY)) != (cell != cells.end()))
                return name + (cell == cells.end() ? " has no cell" : " has a cell");
            if (!best && !said.is_null() && isFeasible(*trial) && valueOf(*trial) == test::exactNumber(said.at(1)))
                best = trial;
            if (cell == cells.end())
                continue;
            ++held;
            const auto columns = std::size_t(info.x.cells());
            if (!isWithin(info.x, cell->second % columns, *atX) || !isWithin(info.y, cell->second / columns, *atY))
                return name + " is in another's cell";
            values[cell->second].push_back(valueOf(*trial));
        }
        if (held != cells.size())
            return "trials that are not complete";
        for (std::size_t cell = 0; cell < values.size(); ++cell)
            if (!isSame(info.cells[cell].median, median(values[cell])))
                return "median of cell " + std::to_string(cell);
        const auto bestCell = best ? cells.find(numberOf(*best)) : cells.end();
        return info.bestCell == (bestCell == cells.end() ? -1 : int(bestCell->second)) ? "" : "best cell";
    }

    static std::string parallelFault(const Study& study)
    {
        const ParallelInfo info = parallelInfo(study.refs(), study.ours->direction);
        const std::vector<const json*> complete = completeTrials(study);
        if (info.lines() != complete.size())
            return std::to_string(info.lines()) + " lines";
        std::vector<char> lacking(info.lines() ? info.axes.size() : 0, 0);
        for (std::size_t line = 0; line < complete.size(); ++line) {
            const json& trial = *complete[line];
            const std::string name = "trial " + std::to_string(numberOf(trial));
            if (info.trials[line] != numberOf(trial) || !test::isSameNumber(info.values[line], valueOf(trial))
                || bool(info.feasible[line]) != isFeasible(trial))
                return name;
            const std::size_t last = info.axes.size() - 1;
            for (std::size_t axis = 0; axis < last; ++axis) {
                const auto at = innerValue(trial, info.axes[axis].name);
                lacking[axis] |= char(!at);
                if (info.place(line, axis) != float(at ? placeOf(info.axes[axis], *at) : ParallelInfo::absentPlace))
                    return name + ", axis " + info.axes[axis].name;
            }
            if (info.place(line, last) != float(placeOf(info.axes[last], valueOf(trial))))
                return name + ", value";
        }
        return info.lacking == lacking ? "" : "what is lacking";
    }

    static std::string densityFault(const Study& study, const ParameterAxis& axis)
    {
        constexpr std::size_t startup = 5;
        const DensityInfo info = densityInfo(study.refs(), study.ours->direction, axis, startup);
        std::size_t finished = 0;
        int having = 0;
        std::string newest;
        for (const json& trial : study.trials()) {
            const bool ended = isIn(trial, "COMPLETE") || isIn(trial, "PRUNED");
            finished += ended;
            if (!innerValue(trial, axis.name))
                continue;
            newest = trial.at("params").at(axis.name).at(0).get<std::string>();
            having += ended || isIn(trial, "RUNNING");
        }
        const auto distribution = distributionFromJson(parsePythonJson(newest));
        if (!distribution)
            return "no distribution";
        const auto* real = std::get_if<FloatDistribution>(&*distribution);
        const bool drawn = finished >= startup && (!real || std::isfinite(real->high - real->low));
        if (info.goodTrials + info.restTrials != (drawn ? having : 0))
            return std::to_string(info.goodTrials) + " good and " + std::to_string(info.restTrials) + " other trials";
        if (info.goodTrials > std::min(25, int(std::ceil(0.1 * double(finished))))) // Optuna's default_gamma
            return std::to_string(info.goodTrials) + " good trials";
        const auto* categorical = std::get_if<CategoricalDistribution>(&*distribution);
        if (info.x.size() != (!drawn ? 0 : categorical ? categorical->choices.size() : 200))
            return std::to_string(info.x.size()) + " places";
        for (const auto* shares : {&info.good, &info.rest}) {
            double sum = 0.0;
            for (const double share : *shares)
                sum += share;
            if (!std::isfinite(sum))
                return "a density that is no number";
            if (drawn && categorical && std::abs(sum - 1.0) > 1e-6)
                return "shares of categories are " + std::to_string(sum) + " in all";
        }
        return "";
    }

    static std::string timelineFault(const Study& study, std::optional<Timestamp> now)
    {
        const TimelineInfo info = timelineInfo(study.refs(), now);
        std::map<std::int64_t, const json*> begun;
        std::int64_t begin = std::numeric_limits<std::int64_t>::max();
        for (const json& trial : study.trials())
            if (!trial.at("started").is_null() && (!trial.at("finished").is_null() || (now && isIn(trial, "RUNNING")))) {
                begun[numberOf(trial)] = &trial;
                begin = std::min(begin, trial.at("started").get<std::int64_t>());
            }
        if (info.bars.size() != begun.size() || info.left != int(study.trials().size() - begun.size()))
            return std::to_string(info.bars.size()) + " bars, " + std::to_string(info.left) + " left";
        if (begun.empty())
            return info.begin ? "a beginning" : "";
        if (info.begin->time_since_epoch().count() != begin)
            return "beginning";
        std::vector<double> free(std::size_t(info.lanes), 0.0);
        for (const TimelineInfo::Bar& bar : info.bars) {
            const std::string name = "bar of trial " + std::to_string(bar.number);
            const auto trial = begun.find(bar.number);
            if (trial == begun.end())
                return name;
            const json &start = trial->second->at("started"), &end = trial->second->at("finished");
            const std::int64_t to = end.is_null() ? std::int64_t(now->time_since_epoch().count()) : end.get<std::int64_t>();
            if (bar.from != double(start.get<std::int64_t>() - begin) / 1e6 || bar.to != double(to - begin) / 1e6
                || bar.open != end.is_null() || !isIn(*trial->second, test::theirName(bar.state).c_str()))
                return name;
            if (bar.lane < 0 || bar.lane >= info.lanes || bar.from < free[std::size_t(bar.lane)])
                return name + " in its lane";
            free[std::size_t(bar.lane)] = bar.to;
        }
        return "";
    }

    /// A quantity that the axes of a view show: a parameter, or a column of the table.
    static std::optional<double> quantity(const Study& study, const json& trial, const std::string& name)
    {
        if (name == column::number)
            return double(numberOf(trial));
        if (name == column::value)
            return valueOf(trial);
        if (name == column::seconds) {
            const json &start = trial.at("started"), &end = trial.at("finished");
            return start.is_null() || end.is_null() ? std::nullopt
                                                    : std::optional(double(end.get<std::int64_t>() - start.get<std::int64_t>()) / 1e6);
        }
        for (std::size_t i = 0; i < study.ours->objectiveNames.size(); ++i)
            if (name == column::objectiveOf(study.ours->objectiveNames[i]))
                return valueOf(trial, i);
        if (name == parameter::nodes) { // these studies have one layer at most
            const auto only = innerValue(trial, parameter::nodesOf(0));
            return only && *only > 0.0 ? only : std::nullopt;
        }
        return innerValue(trial, name);
    }

    static bool isNear(double one, double other) { return one == other || std::abs(one - other) <= 1e-9 * std::abs(other); }

    static std::string rankFault(const Study& study, const RankPanel& panel)
    {
        const QStringList header = panel.table().header;
        const std::string x = header[1].toStdString(), y = header[2].toStdString();
        const std::vector<ParameterAxis> axes = parameterAxes(study.refs());
        for (const std::string& name : {x, y}) // those of the study before have no points here, which would be right
            if (!axes.empty() && !name.starts_with("column/") && std::ranges::find(axes, name, &ParameterAxis::name) == axes.end())
                return name + " is another study's axis";
        const bool several = study.theirs.hasSeveralObjectives();
        const std::vector<RankPanel::Point>& points = panel.points();
        std::size_t at = 0;
        for (const json* trial : completeTrials(study)) {
            const auto atX = quantity(study, *trial, x), atY = quantity(study, *trial, y);
            if (!atX || !atY)
                continue;
            if (at == points.size())
                return "too few points";
            const RankPanel::Point& point = points[at++];
            const std::string name = "trial " + std::to_string(numberOf(*trial)) + " at " + x + ", " + y;
            if (point.trial != numberOf(*trial) || !isNear(point.x, *atX) || !isNear(point.y, *atY))
                return name;
            if (several && (point.share == 1.0) != (std::ranges::count(study.theirs.said.at("front"), json(point.trial)) > 0))
                return name + " and the front";
            if (!several && !test::isSameNumber(point.value, valueOf(*trial)))
                return name + ", value";
        }
        if (at != points.size())
            return "too many points";
        for (const RankPanel::Point& point : points) {
            if (several)
                break;
            const auto worse = std::ranges::count_if(
                points, [&](const RankPanel::Point& other) { return isBetter(point.value, other.value, study.ours->direction); });
            const auto equal = std::ranges::count(points, point.value, &RankPanel::Point::value);
            const double share = points.size() == 1 ? 1.0 : (double(worse) + double(equal - 1) / 2.0) / double(points.size() - 1);
            if (!isNear(point.share, share))
                return "rank of trial " + std::to_string(point.trial);
        }
        return "";
    }

    static std::string intermediateFault(const Study& study, const IntermediatePanel& panel)
    {
        const std::vector<QVariantList> rows = panel.table().rows;
        std::size_t at = 0;
        for (const json& trial : study.trials())
            for (const json& report : trial.at("reports")) {
                if (at == rows.size())
                    return "too few reports";
                const QVariantList& row = rows[at++];
                if (row[0].toLongLong() != numberOf(trial) || row[1].toInt() != report.at(0).get<int>()
                    || !test::isSameNumber(row[2].toDouble(), test::exactNumber(report.at(1))))
                    return "report " + std::to_string(at - 1) + ", trial " + std::to_string(numberOf(trial));
            }
        return at == rows.size() ? "" : "too many reports";
    }

    /// The axes of a study's parameters. `nodes`, which is derived from them, is none of Optuna's.
    static std::vector<ParameterAxis> axesOf(const Study& study)
    {
        std::vector<ParameterAxis> axes = parameterAxes(study.refs());
        std::erase_if(axes, [](const ParameterAxis& axis) { return axis.derived; });
        return axes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        const QString python = test::pythonWith("optuna");
        if (python.isEmpty())
            QSKIP("no Python with optuna: set REWEIGH_PYTHON");
        for (test::RandomStudy& made : test::randomStudies(python, m_dir.path(), count, seed)) {
            const auto read = StudyReader(made.file, made.name).read();
            QVERIFY2(read.ok(), made.file.c_str());
            m_studies.push_back({std::move(made), *read});
        }
        QCOMPARE(m_studies.size(), std::size_t(count));
    }

    /// By parameter, Landscape, Parallel coordinates and Density of the studies with one objective.
    void viewsOfParameters()
    {
        int slices = 0, landscapes = 0, densities = 0;
        for (const Study& study : m_studies) {
            if (study.theirs.hasSeveralObjectives())
                continue;
            std::string fault = parallelFault(study);
            QVERIFY2(fault.empty(), (study.title() + "parallel coordinates: " + fault).c_str());
            const std::vector<ParameterAxis> axes = axesOf(study);
            for (std::size_t i = 0; i < axes.size(); ++i) {
                fault = sliceFault(study, axes[i]);
                QVERIFY2(fault.empty(), (study.title() + axes[i].name + ": slice: " + fault).c_str());
                fault = densityFault(study, axes[i]);
                QVERIFY2(fault.empty(), (study.title() + axes[i].name + ": density: " + fault).c_str());
                slices += !sliceInfo(study.refs(), axes[i]).points.empty();
                densities += !densityInfo(study.refs(), study.ours->direction, axes[i], 5).x.empty();
                if (i == 0)
                    continue;
                fault = landscapeFault(study, axes[i - 1], axes[i]);
                QVERIFY2(fault.empty(), (study.title() + axes[i - 1].name + ", " + axes[i].name + ": landscape: " + fault).c_str());
                ++landscapes;
            }
        }
        QVERIFY2(slices > count / 3 && landscapes > count / 6 && densities > 5,
                 qPrintable(QStringLiteral("%1 slices, %2 landscapes, %3 densities").arg(slices).arg(landscapes).arg(densities)));
    }

    void timelines()
    {
        const Timestamp later(std::chrono::seconds(4'102'444'800)); // 2100
        for (const Study& study : m_studies)
            for (const std::optional<Timestamp> now : {std::optional<Timestamp>(), std::optional(later)}) {
                const std::string fault = timelineFault(study, now);
                QVERIFY2(fault.empty(), (study.title() + fault).c_str());
            }
    }

    /// What the panels Rank and Intermediate values show of one study after another.
    void panels()
    {
        test::ShownPanels shown;
        auto& rank = shown.show<RankPanel>("rank");
        auto& intermediate = shown.show<IntermediatePanel>("intermediate");
        std::size_t points = 0, reports = 0;
        for (std::size_t i = 0; i < std::min(m_studies.size(), shownStudies); ++i) {
            const Study& study = m_studies[i];
            shown.take(study.ours);
            std::string fault;
            const auto isRight = [&] { return (fault = rankFault(study, rank) + intermediateFault(study, intermediate)).empty(); };
            QVERIFY2(QTest::qWaitFor(isRight, 20000), (study.title() + fault).c_str());
            points += rank.points().size();
            reports += intermediate.table().rows.size();
        }
        QVERIFY2(points > 4 && reports > 10, qPrintable(QStringLiteral("%1 points, %2 reports").arg(points).arg(reports)));
    }
};

QTEST_MAIN(tst_Random)
#include "tst_random.moc"
