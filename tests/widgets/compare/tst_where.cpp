// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareFixture.h"

#include "core/config/ConfigField.h"
#include "core/storage/SqlStorage.h"
#include "tests/support/Gestures.h"
#include "widgets/compare/WhereMap.h"
#include "widgets/compare/WherePanel.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"

#include <fstream>

using namespace reweigh;
using namespace reweigh::test;

class tst_Where : public QObject {
    Q_OBJECT

    static ExperimentConfig shift(double rate, double factor)
    {
        ExperimentConfig config;
        config.data.noiseRate = rate;
        config.data.imbalanceFactor = factor;
        return config;
    }

    static std::vector<VariantResult> ahead(double by)
    {
        return {planted("searched", {0.80 + by, 0.81 + by, 0.825 + by}), planted("fixed", {0.80, 0.81, 0.82})};
    }

    static std::filesystem::path write(const std::filesystem::path& folder, const ExperimentConfig& config,
                                       const std::vector<VariantResult>& variants)
    {
        std::filesystem::create_directories(folder);
        const auto storage = SqlStorage::create(folder / "study.db", "planted", Direction::Maximize);
        Attributes attributes = toAttributes(factsOf(config));
        if (!variants.empty())
            attributes[attribute::variants] = toJson(StoredVariants{.list = variants});
        const bool kept = storage.ok() && (*storage)->setAttributes({.user = attributes}).ok();
        return kept ? folder / "study.db" : std::filesystem::path();
    }

private Q_SLOTS:
    void initTestCase() { useOwnFolders(); }

    void cellsPoolStudies()
    {
        ExperimentConfig resnet = shift(0.2, 10);
        resnet.training.model = "resnet32";
        std::vector<WhereStudy> studies = {
            {"/a", shift(0.4, 50), {0.02, 0.03, 0.025}}, {"/b", shift(0.4, 50), {0.021}}, {"/b", shift(0.4, 50), {0.9}}, // the same file
            {"/c", shift(0.2, 50), {0.01, -0.02}},       {"/d", resnet, {0.5, 0.5}},      {"/e", shift(0.2, 10), {}}};
        ExperimentConfig plain = shift(0.4, 100);
        plain.data.noiseType = NoiseType::None;
        studies.push_back({"/f", plain, {0.001}});
        ExperimentConfig other = shift(0.4, 10);
        other.data.noiseType = NoiseType::Flip; // studies with another type of noise belong to another map
        studies.push_back({"/g", other, {0.3, 0.3}});
        other.data.noiseType = NoiseType::File; // no rate was asked for
        studies.push_back({"/h", other, {0.3, 0.2}});
        QCOMPARE(whereMap(studies, other).studies, 0);
        studies.push_back({"/copy-of-a", shift(0.4, 50), {0.02, 0.03, 0.025}});
        const WhereMap map = whereMap(studies, shift(0.4, 50));
        QCOMPARE(map.studies, 4);
        QCOMPARE(map.rates, (std::vector<double>{0.0, 0.2, 0.4}));
        QCOMPARE(map.factors, (std::vector<double>{50.0, 100.0}));
        QCOMPARE(map.at(0.4, 50)->interval.n, 4);
        QCOMPARE(map.at(0.4, 50)->studies, 2);
        QVERIFY(!map.at(0.4, 50)->open());
        QVERIFY(map.at(0.2, 50)->open());  // the interval holds 0
        QVERIFY(map.at(0.0, 100)->open()); // one seed
        QVERIFY(!map.at(0.2, 100));
        QVERIFY(map.leftOut == (std::map<std::string, int>{{"model", 1}, {"noise-type", 2}}));
    }

    /// Whatever decides what a study finds keeps it from the map, but for the axes and seeds; and the map says so.
    void otherSettingsAreLeftOut()
    {
        const auto first = [](auto change, double rate = 0.4, double factor = 50) {
            ExperimentConfig other = shift(rate, factor);
            change(other);
            const ConfigField* field = otherSetting(shift(0.4, 50), other);
            return field ? field->key : std::string();
        };
        const std::string none;
        QCOMPARE(first([](ExperimentConfig&) {}, 0.2, 10), none);
        QCOMPARE(first([](ExperimentConfig& c) { c.data.seed = c.training.trainSeed = c.search.searchSeed = 7; }), none);
        QCOMPARE(first([](ExperimentConfig& c) { c.search.trials = 9; }), none); // may be continued
        QCOMPARE(first([](ExperimentConfig& c) { c.training.threads = 3; }), none);
        QCOMPARE(first([](ExperimentConfig& c) { c.training.lastBatch = LastBatch::Rest; }), std::string("last-batch"));
        QCOMPARE(first([](ExperimentConfig& c) { c.training.epochs = 7; }), std::string("epochs"));
        QCOMPARE(first([](ExperimentConfig& c) { c.search.standardisations = {Standardise::No}; }), std::string("search-standardise"));
        QCOMPARE(first([](ExperimentConfig& c) { c.data.shuffleClasses = !c.data.shuffleClasses; }), std::string("shuffle-classes"));
        // Without imbalance there is no order of classes, and of no noise any type.
        QCOMPARE(first([](ExperimentConfig& c) { c.data.shuffleClasses = !c.data.shuffleClasses; }, 0.4, 1), none);
        QCOMPARE(first([](ExperimentConfig& c) { c.data.noiseType = NoiseType::Flip; }, 0.0), none);
        QCOMPARE(first([](ExperimentConfig& c) { c.data.noiseType = NoiseType::Flip; }), std::string("noise-type"));

        ExperimentConfig here = shift(0.4, 50), there = shift(0.2, 50);
        for (ExperimentConfig* own : {&here, &there})
            own->data.dataset = "folder";
        here.data.dataDir = "/a/shoes";
        there.data.dataDir = "/b/shoes";
        QVERIFY(!otherSetting(here, there)); // moved
        there.data.dataDir = "/b/shoes/";
        QVERIFY(!otherSetting(here, there)); // as a shell completes it
        here.data.dataDir = "/a/hats/";
        QCOMPARE(otherSetting(here, there)->key, std::string("data-dir"));
    }

    /// Folders of one name may hold different images, and those of two names the same: the fingerprint tells.
    void studiesOfOtherDataAreLeftOut()
    {
        const auto own = [](const char* folder, double rate) {
            ExperimentConfig config = shift(rate, 50);
            config.data.dataset = "folder";
            config.data.dataDir = folder;
            config.data.clean = "checked.txt";
            return config;
        };
        const auto print = [](const char* pixels, const char* checked, const char* leftOut = "o") {
            return nlohmann::json{{"dataset", {{"name", "folder"}, {"count", 10}, {"labels", "l"}, {"pixels", pixels}}},
                                  {"recipe", {{"noise-rate", 0.2}, {"clean-sha256", checked}, {"leave-out-sha256", leftOut}}}};
        };
        const nlohmann::json ours = print("p", "c");
        nlohmann::json earlier = ours; // of version 1, which did not know the images
        earlier["dataset"].erase("pixels");
        nlohmann::json fewer = earlier;
        fewer["dataset"]["count"] = 9;
        const std::vector<WhereStudy> studies = {
            {.file = "/a", .config = own("/a/shoes", 0.4), .differences = {0.01}, .fingerprint = ours},
            {.file = "/b", .config = own("/b/shoes", 0.2), .differences = {0.02}, .fingerprint = print("q", "c")},
            {.file = "/c", .config = own("/b/shoes", 0.2), .differences = {0.03}, .fingerprint = print("p", "d")},
            {.file = "/d", .config = own("/b/renamed", 0.1), .differences = {0.04}, .fingerprint = ours},
            {.file = "/e", .config = own("/b/shoes", 0.3), .differences = {0.05}, .fingerprint = earlier},
            {.file = "/f", .config = own("/b/shoes", 0.5), .differences = {0.06}, .fingerprint = fewer},
            {.file = "/g", .config = own("/b/renamed", 0.6), .differences = {0.07}, .fingerprint = print("p", "d")},
            {.file = "/h", .config = own("/b/shoes", 0.7), .differences = {0.08}, .fingerprint = print("p", "c", "n")}};
        const WhereMap map = whereMap(studies, studies.front().config, ours);
        QCOMPARE(map.rates, (std::vector<double>{0.1, 0.3, 0.4}));
        // "Data folder" was said of all, also where the same list of a moved folder, or another, had other images in it.
        QVERIFY(map.leftOut == (std::map<std::string, int>{{"clean", 2}, {"data-dir", 2}, {"leave-out", 1}}));
        ExperimentConfig inFolder = studies.front().config; // whose checked images lie in clean/
        inFolder.data.clean.clear();
        QCOMPARE(otherSetting(inFolder, inFolder, "clean")->key, std::string("data-dir"));
        WhereStudy other = studies[1]; // of a benchmark too
        other.config = shift(0.2, 50);
        QVERIFY(whereMap({other}, shift(0.4, 50), ours).cells.empty());
    }

    void cellsAreJudgedTogether()
    {
        const std::vector<double> near = {0.02, 0.03, 0.04}; // p is 0.035 for one cell, 0.07 after Holm for two
        std::vector<WhereStudy> studies = {{"/a", shift(0.4, 50), near, JudgedAs::Better}};
        const WhereMap one = whereMap(studies, shift(0.4, 50));
        QVERIFY(one.at(0.4, 50)->verdict == JudgedAs::Better);
        studies.push_back({"/b", shift(0.2, 50), near, JudgedAs::Better});
        const WhereMap two = whereMap(studies, shift(0.4, 50));
        QVERIFY(two.at(0.4, 50)->open() && two.at(0.2, 50)->open());
        QVERIFY(two.at(0.4, 50)->interval.mean > two.at(0.4, 50)->interval.halfWidth); // the unadjusted interval does not contain 0
    }

    /// The study's own table judges eleven differences together, the map of one study only one; the map must not be more decided
    /// than the table.
    void oneStudyIsNotSaidToBeMoreThanItsTableSays()
    {
        const std::vector<double> near = {0.02, 0.03, 0.04};
        std::vector<WhereStudy> studies = {{"/a", shift(0.4, 50), near, JudgedAs::CannotTell}};
        QVERIFY(whereMap(studies, shift(0.4, 50)).at(0.4, 50)->open());
        studies.push_back({"/b", shift(0.4, 50), {0.021, 0.029, 0.041}, JudgedAs::CannotTell}); // six pairs are more
        QVERIFY(!whereMap(studies, shift(0.4, 50)).at(0.4, 50)->open());
    }

    /// A difference of -0.001 points was "-0.00".
    void zeroHasNoSign()
    {
        const QLocale before;
        for (const QLocale& locale :
             {QLocale(QLocale::English, QLocale::UnitedStates), QLocale(QLocale::German), QLocale(QLocale::Japanese)}) {
            QLocale::setDefault(locale);
            const QString zero = locale.toString(0.0, 'f', 2);
            QCOMPARE(pointsText(-0.00001), zero);
            QCOMPARE(pointsText(-0.0), zero);
            QCOMPARE(pointsInterval({.n = 1, .mean = -0.00001}), zero);
            QCOMPARE(pointsText(-0.01), locale.toString(-1.0, 'f', 2));
            QCOMPARE(pointsText(-100.0), locale.toString(-10000.0, 'f', 2));
        }
        QLocale::setDefault(before);
    }

    void neighboursAreReadOnce()
    {
        QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        const std::filesystem::path own = write(home / "own", shift(0.4, 50), ahead(0.02));
        const std::filesystem::path near = write(home / "near", shift(0.2, 50), ahead(0.01));
        write(home / "no-comparison", shift(0.2, 10), {});
        std::filesystem::create_directories(home / "broken");
        std::ofstream(home / "broken" / "study.db") << "no database";
        std::filesystem::create_directories(home / "other");
        SiblingStudies siblings;
        const std::vector<WhereStudy> read = siblings.read(own);
        QCOMPARE(read.size(), std::size_t(1));
        QCOMPARE(read.front().file, near);
        QCOMPARE(read.front().config.data.noiseRate, 0.2);
        QCOMPARE(read.front().differences.size(), std::size_t(3));
        QCOMPARE(siblings.opened(), 3);
        QCOMPARE(siblings.read(own).size(), std::size_t(1));
        QCOMPARE(siblings.opened(), 3); // no file changed, so none was opened again
        {
            const auto storage = SqlStorage::open(near, StorageMode::Write);
            QVERIFY(storage.ok());
            QVERIFY((*storage)->setAttributes({.user = {{attribute::variants, toJson(StoredVariants{.list = ahead(0.05)})}}}));
        }
        std::filesystem::last_write_time(near, std::filesystem::last_write_time(near) + std::chrono::seconds(2));
        QVERIFY(qAbs(siblings.read(own).front().differences.front() - 0.05) < 1e-12);
        QCOMPARE(siblings.opened(), 4);
        QVERIFY(siblings.read(home / "gone" / "missing" / "study.db").empty());
    }

    void studiesOfOtherNamesLieInOneFolder()
    {
        QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        std::filesystem::rename(write(home / "a", shift(0.1, 50), ahead(0.02)), home / "first.db");
        std::filesystem::rename(write(home / "b", shift(0.3, 50), ahead(0.02)), home / "second.db");
        SiblingStudies siblings;
        const std::vector<WhereStudy> read = siblings.read(home / "first.db");
        QCOMPARE(read.size(), std::size_t(1));
        QCOMPARE(read.front().config.data.noiseRate, 0.3);
    }

    void theMapIsZoomed()
    {
        const std::vector<WhereStudy> studies = {{"/a", shift(0.2, 10), {0.02, 0.03, 0.025}}, {"/b", shift(0.4, 50), {0.01, -0.02, 0.0}}};
        WhereMapView view;
        QVERIFY(!wheelAt(view, {100.0, 50.0})); // nothing is there
        view.setMap(whereMap(studies, shift(0.2, 10)));
        view.resize(1000, 300);
        view.show();
        auto& zoom = *view.findChild<ViewZoom*>();
        QCOMPARE(zoom.whole(Qt::Horizontal), (ViewZoom::Range{0.0, 2.0}));
        QCOMPARE(zoom.whole(Qt::Vertical), (ViewZoom::Range{0.0, 2.0}));
        const QString words = QStringLiteral("Noise rate %1, imbalance factor 10").arg(QLocale().toString(0.2));
        QPoint place; // in the middle of the cell of the lowest rate and factor
        int n = 0;
        for (int y = 0; y < view.height(); y += 4)
            for (int x = 0; x < view.width(); x += 4)
                if (view.tipAt(QPointF(x, y)).startsWith(words)) {
                    place += QPoint(x, y);
                    ++n;
                }
        QVERIFY(n > 0);
        place /= n;
        const QString said = view.tipAt(place);
        QVERIFY(wheelAt(view, place));
        QVERIFY(qAbs(zoom.range(Qt::Horizontal).size() - 1.6) < 1e-12 && qAbs(zoom.range(Qt::Vertical).size() - 1.6) < 1e-12);
        QCOMPARE(view.tipAt(place), said);
        QVERIFY(!wheelAt(view, {990.0, 50.0})); // beside the cells it scrolls
        QVERIFY(!view.grab().isNull());
        const ViewZoom::Range seen = zoom.range(Qt::Horizontal);
        dragOver(view, place, place + QPoint(-40, 0));
        QVERIFY(zoom.range(Qt::Horizontal).low > seen.low);
        view.setMap(whereMap(studies, shift(0.2, 10))); // as when a study has a further result
        QVERIFY(zoom.moved());
        QTest::mouseDClick(&view, Qt::LeftButton, {}, place);
        QVERIFY(!zoom.moved());
    }

    /// Own images have noise of their own, of a rate that nobody knows: the map said 0 where none was added.
    void ownImagesHaveNoiseAdded()
    {
        QTemporaryDir folder;
        ExperimentConfig config = shift(0.4, 50);
        config.data.dataset = "folder";
        config.data.dataDir = folder.filePath("shoes").toStdString();
        config.data.noiseType = NoiseType::None;
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("where"));
        auto* view = panel->findChild<WhereMapView*>(QStringLiteral("where-view"));
        const std::filesystem::path home = folder.path().toStdString();
        bench.open(write(home / "own", config, ahead(0.02)));
        QTRY_COMPARE_WITH_TIMEOUT(view->map().cells.size(), std::size_t(1), 20000);
        QVERIFY2(panel->summary().startsWith(QStringLiteral("noise added 0, imbalance factor 50:")), qPrintable(panel->summary()));
        QCOMPARE(panel->table().header.first(), QStringLiteral("noise_added"));
        const std::vector<WhereStudy> studies = {{"/a", shift(0.4, 50), {0.01}}};
        QCOMPARE(whereMap(studies, shift(0.4, 50)).table().header.first(), QStringLiteral("noise_rate"));
        WhereMapView own;
        own.setMap(view->map());
        own.resize(1000, 300);
        QString tip;
        for (int x = 0; x < own.width() && tip.isEmpty(); x += 4)
            tip = own.tipAt(QPointF(x, 20.0));
        QVERIFY2(tip.startsWith(QStringLiteral("Noise added 0, imbalance factor 50:")), qPrintable(tip));
    }

    /// Nothing can be compared in a study of another program: the panel promised a map, and offered to compare.
    void anotherProgramsStudyHasNoMap()
    {
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("where"));
        const auto* said = panel->findChild<QLabel*>(QStringLiteral("panelEmpty"));
        QTRY_VERIFY(said->text().contains(QStringLiteral("will be here")));
        auto theirs = std::make_shared<StudySnapshot>();
        theirs->file = "/nowhere/optuna.db";
        bench.current().takeSnapshot(theirs);
        QVERIFY(bench.current().isOthers());
        QTRY_VERIFY2(said->text().contains(QStringLiteral("nothing can be retrained and compared")), qPrintable(said->text()));
    }

    void panelFillsFromNeighbours()
    {
        QTemporaryDir folder;
        const std::filesystem::path home = folder.path().toStdString();
        const std::filesystem::path own = write(home / "own", shift(0.4, 50), ahead(0.02));
        QVERIFY(!own.empty());
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("where"));
        auto* view = panel->findChild<WhereMapView*>(QStringLiteral("where-view"));
        auto* note = panel->findChild<QLabel*>(QStringLiteral("where-note"));
        OpenStudy& study = bench.open(own);
        QTRY_COMPARE_WITH_TIMEOUT(view->map().cells.size(), std::size_t(1), 20000);
        QTRY_VERIFY(note->text().startsWith(QStringLiteral("One study fills one cell")));
        write(home / "near", shift(0.2, 50), ahead(-0.03));
        Q_EMIT study.finished(true); // neighbours are read again when a comparison ends
        QTRY_COMPARE_WITH_TIMEOUT(view->map().cells.size(), std::size_t(2), 20000);
        QVERIFY(view->map().at(0.2, 50)->interval.mean < 0);
        QCOMPARE(note->text().count('\n'), 0);
        ExperimentConfig rest = shift(0.3, 50);
        rest.training.lastBatch = LastBatch::Rest;
        write(home / "rest", rest, ahead(0.01));
        Q_EMIT study.finished(true);
        QTRY_VERIFY_WITH_TIMEOUT(note->text().endsWith(QStringLiteral("\nLeft out, as they differ in: Last batch of an epoch (1)")), 20000);
        QCOMPARE(view->map().cells.size(), std::size_t(2));
        QCOMPARE(panel->table().rows.size(), std::size_t(2));
        QVERIFY(panel->summary().contains(QStringLiteral("points, n 3")));
        QStringList tips;
        for (int y = 0; y < view->height(); y += 10)
            if (const QString tip = view->tipAt(QPointF(view->width() / 5.0, y)); !tip.isEmpty() && !tips.contains(tip))
                tips << tip;
        QCOMPARE(tips.size(), 2);                                                                    // one per cell
        QVERIFY(panel->figureHeight(300) > 2 * QFontMetrics(Theme::instance().bodyFont()).height()); // a line in each row of cells
    }
};

QTEST_MAIN(tst_Where)
#include "tst_where.moc"
