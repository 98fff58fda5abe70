// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Contrast.h"
#include "tests/widgets/report/ReportFixture.h"
#include "widgets/report/DotFigure.h"
#include "widgets/report/FigureStyle.h"
#include "widgets/report/MatrixFigure.h"
#include "widgets/report/PlanFigures.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <algorithm>

using namespace reweigh;
using namespace reweigh::test;

/// The figures of a report: what they show, and that they can be read on paper.
class tst_Figures : public QObject {
    Q_OBJECT

    struct Text {
        QString text;
        double left = 0.0, size = 0.0;
        bool bold = false;
    };

    static std::vector<Text> textsOf(const ReportFigure& figure)
    {
        std::vector<Text> texts;
        QXmlStreamReader reader(svgOf(figure));
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text")) {
                const QXmlStreamAttributes at = reader.attributes();
                Text text{.left = at.value(QLatin1String("x")).toDouble(),
                          .size = at.value(QLatin1String("font-size")).toDouble(),
                          .bold = at.value(QLatin1String("font-weight")).toInt() > 500};
                text.text = reader.readElementText(QXmlStreamReader::IncludeChildElements);
                texts.push_back(text);
            }
        return reader.hasError() ? std::vector<Text>() : texts;
    }

    static QStringList wordsOf(const ReportFigure& figure)
    {
        QStringList words;
        for (const Text& text : textsOf(figure))
            words << text.text.trimmed();
        return words;
    }

    static int linesIn(const ReportFigure& figure)
    {
        const QByteArray svg = svgOf(figure);
        return int(svg.count("<polyline") + svg.count("<line"));
    }

    static MatrixFigure oneGain(JudgedAs verdict)
    {
        MatrixFigure figure{.xTitle = "x", .yTitle = "y", .x = {"1"}, .y = {"2"}, .unit = "%", .width = columnWidth};
        figure.cells.push_back({.gain = {.n = 3, .mean = 0.0125, .deviation = 0.01, .halfWidth = 0.0248}, .verdict = verdict});
        return figure;
    }

    static ReportFigure asReport(const MatrixFigure& figure)
    {
        return {.title = "matrix", .points = figure.size(), .draw = [figure](QPainter& painter) { figure.draw(painter); }};
    }

    /// A plan whose names are far too long for a column.
    static std::vector<ReportFigure> longNames()
    {
        const std::string longName(120, 'w');
        MadePlan made({"searched-" + longName, longName + "-fixed"},
                      grid({{"noise-rate", {0.0, 0.123456789, 0.2, 0.4}}, {"imbalance-factor", {1.0, 1e8}}}));
        for (std::size_t cell = 0; cell < 8; ++cell) {
            made.give(cell, made.plan.variants[0].name, {0.5, 0.987654, 0.1});
            made.give(cell, made.plan.variants[1].name, {0.9, 0.2, 0.123456});
        }
        made.claim(ClaimKind::Better, made.plan.variants[0].name, made.plan.variants[1].name, 0.01).name = longName;
        return figuresOf(planReportPage(made.state, {}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        if (!QFontInfo(figureFont()).family().startsWith(reportFamily))
            qWarning("DejaVu Sans is not installed; another font is measured");
    }

    /// Text of 8 points and more, nothing beyond the figure's sides, and the figure in its own size on paper.
    void readableOnPaper()
    {
        std::vector<ReportFigure> figures = figuresOf(SmallPlan().report());
        for (ReportFigure& figure : longNames())
            figures.push_back(std::move(figure));
        QVERIFY(figures.size() > 8);
        static const QRegularExpression size(QStringLiteral("<svg width=\"([0-9.]+)mm\""));
        for (const ReportFigure& figure : figures) {
            QVERIFY(figure.points.width() == columnWidth || figure.points.width() == pageWidth);
            QVERIFY2(figure.points.height() < 640.0, qPrintable(figure.title));
            const QRegularExpressionMatch match = size.match(QString::fromUtf8(svgOf(figure)));
            QVERIFY(std::abs(match.captured(1).toDouble() - figure.points.width() * 25.4 / 72.0) < 0.5);
            const std::vector<Text> texts = textsOf(figure);
            QVERIFY(!texts.empty());
            for (const Text& text : texts) {
                QVERIFY2(text.size >= 8.0, qPrintable(text.text));
                QVERIFY2(text.left >= -0.5, qPrintable(text.text));
                QVERIFY2(text.left + textWidth(text.text, text.bold) <= figure.points.width() + 1.0,
                         qPrintable(figure.title + ": " + text.text));
            }
        }
    }

    void statesAreToldWithoutColour()
    {
        QImage images[3];
        const Mark marks[] = {Mark::Disc, Mark::Cross, Mark::Ring};
        for (int i = 0; i < 3; ++i) {
            images[i] = QImage(40, 40, QImage::Format_Grayscale8);
            images[i].fill(Qt::white);
            QPainter painter(&images[i]);
            painter.scale(4, 4);
            drawMark(painter, marks[i], {5, 5}, Qt::black);
        }
        for (int i = 0; i < 3; ++i)
            for (int j = 0; j < i; ++j) {
                int different = 0;
                for (int y = 0; y < 40; ++y)
                    for (int x = 0; x < 40; ++x)
                        different += std::abs(qGray(images[i].pixel(x, y)) - qGray(images[j].pixel(x, y))) > 100;
                QVERIFY(different > 40);
            }
    }

    /// One training under two names has no gain, and a combination that the plan lacks no dash.
    void equalTrainingsAndBlanks()
    {
        MatrixFigure figure = oneGain(JudgedAs::CannotTell);
        const int hatched = linesIn(asReport(figure));
        figure.cells[0].same = true;
        QVERIFY(wordsOf(asReport(figure)).contains(QStringLiteral("the same")));
        QVERIFY(!wordsOf(asReport(figure)).contains(QStringLiteral("+1.2")) && linesIn(asReport(figure)) < hatched);
        figure.cells[0] = {};
        QVERIFY(wordsOf(asReport(figure)).contains(QStringLiteral("–")));
        figure.cells[0].isThere = false;
        QVERIFY(!wordsOf(asReport(figure)).contains(QStringLiteral("–")));
    }

    void undecidedIsHatched()
    {
        const int open = linesIn(asReport(oneGain(JudgedAs::CannotTell))), decided = linesIn(asReport(oneGain(JudgedAs::Better)));
        QVERIFY2(open > decided + 10, qPrintable(QStringLiteral("%1 %2").arg(open).arg(decided)));
    }

    /// The line's grey was that of the larger gains.
    void hatchingIsSeenOnEveryGain()
    {
        for (const double gain : {-0.02, -0.015, -0.01, -0.005, 0.005, 0.01, 0.015, 0.02}) {
            MatrixFigure figure = oneGain(JudgedAs::CannotTell);
            figure.x << "2";
            figure.cells.push_back({.gain = {.n = 3, .mean = 0.02, .deviation = 0.01, .halfWidth = 0.0248}, .verdict = JudgedAs::Better});
            figure.cells[0].gain.mean = gain;
            QImage image(figure.size().toSize() * 4, QImage::Format_RGB32);
            image.fill(Qt::white);
            {
                QPainter painter(&image);
                painter.scale(4, 4);
                figure.draw(painter);
            }
            const QColor ground = gainColour(gain / 0.02);
            double most = 1.0;
            for (int y = 4 * 20; y < 4 * 30; ++y)
                for (int x = 4 * 20; x < 4 * 48; ++x) // in the first column, left of its figures
                    most = std::max(most, contrast(image.pixelColor(x, y), ground));
            QVERIFY2(most >= 2.7 && most < 4.0, qPrintable(QStringLiteral("%1: %2").arg(ground.name()).arg(most)));
        }
    }

    void gainsAreInPrint()
    {
        const QStringList better = wordsOf(asReport(oneGain(JudgedAs::Better)));
        QVERIFY2(better.contains(QStringLiteral("▲\u00A0+1.3")) || better.contains(QStringLiteral("▲\u00A0+1.2")),
                 qPrintable(better.join('|')));
        QVERIFY2(better.contains(QStringLiteral("±2.5")), qPrintable(better.join('|')));
        QVERIFY(wordsOf(asReport(oneGain(JudgedAs::Worse))).filter(QStringLiteral("▼\u00A0")).size() == 1);
    }

    void hatchStaysInItsRectangle()
    {
        QImage image(100, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            drawHatch(painter, QRectF(30, 40, 40, 20), Qt::black);
        }
        int inside = 0;
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 100; ++x)
                if (image.pixelColor(x, y) != Qt::white) {
                    QVERIFY(x >= 29 && x <= 71 && y >= 39 && y <= 61);
                    ++inside;
                }
        QVERIFY(inside > 60);
    }

    void ticks_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("most");
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<int>("digits");
        QTest::newRow("tens") << 68.0 << 93.0 << 4 << QList<double>{70, 80, 90} << 0;
        QTest::newRow("halves") << -0.6 << 1.2 << 5 << QList<double>{-0.5, 0.0, 0.5, 1.0} << 1;
        QTest::newRow("quarters") << 0.0 << 0.8 << 4 << QList<double>{0.0, 0.25, 0.5, 0.75} << 2;
        QTest::newRow("two and a half") << 0.0 << 8.0 << 4 << QList<double>{0.0, 2.5, 5.0, 7.5} << 1;
        QTest::newRow("nothing") << 1.0 << 1.0 << 4 << QList<double>{} << 0;
    }

    void ticks()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, most);
        QFETCH(QList<double>, values);
        QFETCH(int, digits);
        const Ticks found = ticksIn(low, high, most);
        QCOMPARE(found.values.size(), std::size_t(values.size()));
        for (qsizetype i = 0; i < values.size(); ++i)
            QVERIFY(std::abs(found.values[std::size_t(i)] - values[i]) < 1e-12);
        QCOMPARE(found.digits, digits);
    }

    /// A phase map for each other variant that is asked for, a band for each value of the other axis.
    void aPlansFigures()
    {
        const SmallPlan made;
        const std::vector<ReportFigure> maps = phaseFigures(made.state);
        QCOMPARE(maps.size(), std::size_t(2)); // over fixed and over ce
        QCOMPARE(maps[0].title, QStringLiteral("searched − fixed"));
        QVERIFY(wordsOf(maps[0]).contains(QStringLiteral("noise-rate")));
        QCOMPARE(wordsOf(maps[0]).filter(QStringLiteral("+2.0")).size(), 4);
        const std::vector<ReportFigure> variants = variantFigures(made.state, cellTables(made.state));
        QCOMPARE(variants.size(), std::size_t(1));
        const QStringList words = wordsOf(variants[0]);
        QVERIFY2(words.contains(QStringLiteral("imbalance-factor\u00A01")) && words.contains(QStringLiteral("imbalance-factor\u00A050")),
                 qPrintable(words.join('|')));
        QVERIFY2(words.contains(QStringLiteral("noise-rate\u00A00.4")), qPrintable(words.join('|')));
        QVERIFY(phaseFigures(MadePlan({"searched", "fixed"}, grid({{"noise-rate", {0.0, 0.4}}})).state).empty());
        QVERIFY(!transferFigure(made.state));
    }

    /// A network that another cell found has a row of its own, with a label, in every panel beside it.
    void networksFoundElsewhereAreLabelled()
    {
        SmallPlan made;
        made.give(1, "searched@c0", {0.81, 0.79, 0.83});
        const std::vector<ReportFigure> before = variantFigures(SmallPlan().state, cellTables(SmallPlan().state));
        const std::vector<ReportFigure> figures = variantFigures(made.state, cellTables(made.state));
        QCOMPARE(figures.size(), std::size_t(1));
        const QStringList words = wordsOf(figures[0]);
        QCOMPARE(words.filter(QStringLiteral("searched@1 · 0")).size(), 1);
        QVERIFY(figures[0].caption.contains(QStringLiteral("Cells: imbalance-factor · noise-rate.")));
        QVERIFY(!before[0].caption.contains(QStringLiteral("searched@")));
    }

    /// The caption names the settings, the rows have their values.
    void searchesHaveShortCells()
    {
        const SmallPlan made;
        const std::vector<ReportFigure> figures = curseFigures(cellTables(made.state));
        QCOMPARE(figures.size(), std::size_t(1));
        QVERIFY2(wordsOf(figures[0]).contains(QStringLiteral("50 · 0.4")), qPrintable(wordsOf(figures[0]).join('|')));
        QVERIFY(figures[0].caption.endsWith(QStringLiteral("Cells: imbalance-factor · noise-rate.")));
    }

    /// In narrow panels the numbers of an axis keep their distance.
    void numbersOfAnAxisDoNotTouch()
    {
        DotFigure figure{.axis = "a", .width = columnWidth};
        const DotPanel panel{.title = "1", .rows = {{.label = "variant", .dots = {{.value = 0.0}, {.value = 100.0}}}}};
        figure.bands.push_back({.axis = "x", .panels = {panel, panel, panel}});
        std::vector<std::pair<double, double>> ends;
        for (const Text& text : textsOf({.points = figure.size(), .draw = [figure](QPainter& painter) { figure.draw(painter); }})) {
            bool isNumber = false;
            const double value = text.text.trimmed().toDouble(&isNumber);
            if (isNumber && value != 1.0)
                ends.emplace_back(text.left, text.left + textWidth(text.text, text.bold));
        }
        std::ranges::sort(ends);
        QVERIFY(ends.size() >= 6);
        for (std::size_t i = 1; i < ends.size(); ++i)
            QVERIFY2(ends[i].first - ends[i - 1].second >= 6.5, qPrintable(QString::number(ends[i].first - ends[i - 1].second)));
    }

    /// Numbers are whole, however small the differences are and however long the names.
    void numbersAreNotShortened()
    {
        const auto words = [](const DotRow& row) {
            DotFigure figure{.axis = "a", .width = columnWidth};
            figure.bands.push_back({.panels = {{.rows = {row}}}});
            return wordsOf({.points = figure.size(), .draw = [figure](QPainter& painter) { figure.draw(painter); }});
        };
        const QString aside = QStringLiteral("−0.000123 ± 0.000041 (12)");
        const QStringList beside = words({.label = QString(60, 'w'), .dots = {{.value = 0.0}, {.value = 1.0}}, .aside = aside});
        QVERIFY2(beside.contains(aside), qPrintable(beside.join('|')));
        QCOMPARE(beside.filter(QStringLiteral("…")).size(), 1); // the name
        const QStringList below = words({.label = "small", .dots = {{.value = -2.5e-6}, {.value = 2.5e-6}}});
        QVERIFY2(below.contains(QStringLiteral("−0.000002")), qPrintable(below.join('|')));
    }

    /// A claim is known by its name: where a column has no room for it, the figure is as wide as the page.
    void namesOfClaimsAreWhole()
    {
        SmallPlan made;
        made.plan.hypotheses.clear();
        Hypothesis& claim = made.claim(ClaimKind::Better, "searched", "fixed");
        HypothesisRow row;
        row.hypothesis = &claim;
        row.estimate = {.n = 3, .mean = 0.2, .deviation = 0.01, .halfWidth = 0.02};
        QCOMPARE(hypothesisFigures({row}).at(0).points.width(), columnWidth);
        claim.name = "capacity does nothing with the searched input";
        const ReportFigure figure = hypothesisFigures({row}).at(0);
        QCOMPARE(figure.points.width(), pageWidth);
        QVERIFY(wordsOf(figure).contains(QString::fromStdString(claim.name)));
    }

    /// Less loss is better: the limit of a margin of 0.1 is at -0.1.
    void aClaimAboutLoss()
    {
        SmallPlan made;
        made.plan.hypotheses.clear();
        Hypothesis& claim = made.claim(ClaimKind::Better, "searched", "fixed", 0.1);
        claim.metric = "test.loss";
        HypothesisRow row;
        row.hypothesis = &claim;
        row.estimate = {.n = 3, .mean = -0.2, .deviation = 0.01, .halfWidth = 0.02};
        row.status = ClaimStatus::Supported;
        const std::vector<ReportFigure> figures = hypothesisFigures({row});
        QCOMPARE(figures.size(), std::size_t(1));
        // The blue limit lies between the estimate at the left and zero at the right.
        QImage image(figures[0].points.toSize() * 4, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            painter.scale(4, 4);
            figures[0].draw(painter);
        }
        int limit = -1, estimate = -1;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < 11 * 4; ++y) {
                if (image.pixelColor(x, y) == Theme::onPaper(Role::Selection))
                    limit = x;
                if (image.pixelColor(x, y) == Theme::onPaper(Role::Done))
                    estimate = x;
            }
        QVERIFY2(limit > estimate && estimate > 0, qPrintable(QStringLiteral("%1 %2").arg(limit).arg(estimate)));
    }
};

QTEST_MAIN(tst_Figures)
#include "tst_figures.moc"
