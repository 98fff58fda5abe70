// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/search/ShownPanels.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/plots/FittedLabel.h"
#include "widgets/search/NamedRows.h"
#include "widgets/search/SlicePanel.h"
#include "widgets/text/InputText.h"

#include <QFontMetricsF>
#include <QSet>
#include <QtTest>

#include <cmath>
#include <vector>

using namespace reweigh;
using test::ShownPanels;

/// Names: of parameters and their values, and of the rows that plots have for them.
class tst_Rows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void categoriesKeepTheirNamesThroughAnySize();
    void namesOfRowsNeverOverlap_data();
    void namesOfRowsNeverOverlap();
    void namesThatDifferAreCutApart();
    void titlesOfAxesTakeTwoLines();
    void parametersHaveNames();
};

/// Resetting the layout makes a dock as small as a letter for a moment.
void tst_Rows::categoriesKeepTheirNamesThroughAnySize()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(200));
    auto& panel = shown.show<SlicePanel>("slice");
    QTRY_COMPARE(panel.info().parts.size(), std::size_t(7));
    const auto names = [&] {
        QStringList whole;
        for (const QString& name : panel.plot().yAxis->tickVectorLabels())
            if (!name.isEmpty() && !name.contains(QChar(0x2026)))
                whole << name;
        return whole.size();
    };
    QTRY_COMPARE(names(), qsizetype(7));
    panel.plot().setFixedSize(30, 20);
    QTRY_VERIFY(names() < 7);
    panel.plot().setFixedSize(600, 400);
    QTRY_COMPARE(names(), qsizetype(7));
}

void tst_Rows::namesOfRowsNeverOverlap_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("English") << QStringList{"nodes, layer 1", "nodes, layer 2", "meta learning rate", "input layer",
                                            "hidden layers",  "activation",     "standardised input", "nodes, layer 3"};
    QTest::newRow("Japanese") << QStringList{QStringLiteral("ノード数、層 1"), QStringLiteral("ノード数、層 2"),
                                             QStringLiteral("メタ学習率"),     QStringLiteral("入力"),
                                             QStringLiteral("隠れ層"),         QStringLiteral("活性化"),
                                             QStringLiteral("標準化した入力"), QStringLiteral("ノード数、層 3")};
}

/// The first drawing after the names came, in a plot that was laid out without labels, and every row's name under the pointer. In rows that
/// are lower than letters, every second or third had a name.
void tst_Rows::namesOfRowsNeverOverlap()
{
    QFETCH(QStringList, names);
    for (int height = 90; height <= 330; height += 20) {
        Plot plot;
        plot.resize(360, height);
        plot.xAxis->setTickLabels(false);
        plot.show();
        plot.replot();
        setNamedRows(plot, names);
        plot.xAxis->setTickLabels(true);
        plot.xAxis->setLabel(names[3]);
        plot.replot();
        const QFontMetricsF metrics(plot.yAxis->tickLabelFont());
        const QVector<double> places = plot.yAxis->tickVector();
        const QVector<QString> labels = plot.yAxis->tickVectorLabels();
        QCOMPARE(labels.size(), places.size());
        std::vector<QRectF> inks;
        for (qsizetype i = 0; i < places.size(); ++i) {
            const double y = plot.yAxis->coordToPixel(places[i]);
            QCOMPARE(plot.rowAt({4.0, y}), names[qsizetype(std::lround(places[i]))]);
            QCOMPARE(plot.rowAt({plot.axisRect()->center().x() * 1.0, y}), names[qsizetype(std::lround(places[i]))]);
            if (labels[i].isEmpty())
                continue;
            // Labels end at the axis; blanks behind a name keep it left of others.
            const double left = metrics.horizontalAdvance(labels[i]);
            const QRectF ink = metrics.tightBoundingRect(labels[i].trimmed()).translated(-left, y);
            QVERIFY2(left < 0.6 * plot.width(), qPrintable(labels[i]));
            for (const QRectF& other : inks)
                QVERIFY2(!ink.intersects(other), qPrintable(QStringLiteral("%1 at height %2").arg(labels[i]).arg(height)));
            inks.push_back(ink);
        }
        QVERIFY2(qsizetype(inks.size()) == names.size() || height < 110,
                 qPrintable(QStringLiteral("%1 at height %2").arg(inks.size()).arg(height)));
    }
}

/// In a small window "stage 1 + label" and "stage 2 + label" were both "st…el".
void tst_Rows::namesThatDifferAreCutApart()
{
    QStringList names;
    for (const char* input : {"loss", "loss+label", "stage1+label", "stage2+label", "stage3+label", "penultimate+label",
                              "loss+penultimate+label", "loss+stage1+label"})
        names << inputText(std::string(input));
    Plot plot;
    plot.show();
    for (int width = 120; width <= 360; width += 40)
        for (int height = 60; height <= 260; height += 40) {
            plot.resize(width, height);
            setNamedRows(plot, names);
            plot.replot();
            QStringList shown;
            for (const QString& label : plot.yAxis->tickVectorLabels())
                if (const QString name = label.trimmed(); !name.isEmpty())
                    shown << name;
            const QString all = QStringLiteral("%1 x %2: %3").arg(width).arg(height).arg(shown.join(QStringLiteral(", ")));
            QVERIFY2(!shown.isEmpty() && QSet<QString>(shown.cbegin(), shown.cend()).size() == shown.size(), qPrintable(all));
            QVERIFY2(shown.size() == names.size() || height < 260 || width < 200, qPrintable(all));
        }
}

/// On screen the titles of upright axes were cut where two lines have room, German ones mostly.
void tst_Rows::titlesOfAxesTakeTwoLines()
{
    Plot plot;
    plot.resize(300, 240);
    const QString title = QStringLiteral("Knoten je Schicht (geometrisches Mittel)");
    (new FittedLabel(plot, *plot.yAxis))->set(title);
    plot.show();
    for (int i = 0; i < 2; ++i)
        plot.replot();
    QVERIFY(QFontMetricsF(plot.yAxis->labelFont()).horizontalAdvance(title) > plot.axisRect()->height());
    QCOMPARE(plot.yAxis->label(), QStringLiteral("Knoten je Schicht\n(geometrisches Mittel)"));
}

void tst_Rows::parametersHaveNames()
{
    QCOMPARE(parameterText("hidden_layers"), QString("hidden layers"));
    QCOMPARE(parameterText("nodes_0"), QString("nodes, layer 1"));
    QCOMPARE(parameterText("nodes_per_block"), QString("nodes_per_block"));
    QCOMPARE(parameterText("lambda_l1"), QString("lambda_l1"));
    QCOMPARE(parameterText("standardised"), QString("standardised input"));
    QCOMPARE(choiceText("input", "stage2+label"), QString("stage 2 + label"));
    QCOMPARE(choiceText("input", "loss+stage3+label"), QString("loss + stage 3 + label"));
    QCOMPARE(choiceText("input", "label"), QString("label"));
    QCOMPARE(choiceText("input", "gain+label"), QString("gain+label")); // of another program
    QCOMPARE(choiceText("standardised", "yes"), QString("yes"));
    QCOMPARE(inputText(MetaNetSpec{.input = "loss+logits"}), QString("loss + logits"));
    QCOMPARE(inputText(MetaNetSpec{.input = "loss", .withLabel = true, .standardised = true}), QString("loss + label, standardised"));
    QCOMPARE(inputText(MetaNetSpec{.input = "label", .standardised = true}), QString("label")); // nothing of it is
    QCOMPARE(choiceText("booster", "loss"), QString("loss"));
    QCOMPARE(quantityText(12.04), QString("12"));
    QCOMPARE(quantityText(18.06), QString("18.1"));
    QCOMPARE(quantityText(0.0031623), QString("0.00316"));
    QCOMPARE(quantityText(512), QString("512"));
}

QTEST_MAIN(tst_Rows)
#include "tst_rows.moc"
