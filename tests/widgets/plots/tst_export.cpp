// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/config/ConfigJson.h"
#include "tests/support/HeldOutStudy.h"
#include "tests/support/OwnFolders.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/LineNames.h"
#include "widgets/plots/PlotPanel.h"

#include <QImage>
#include <QLabel>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <array>

using namespace reweigh;

/// A panel whose figure is a single line.
class LinePanel : public PlotPanel {
    Q_OBJECT
public:
    explicit LinePanel(Workbench& bench)
        : PlotPanel(QStringLiteral("line"), QStringLiteral("A planted line"), bench)
    {
        setScope(QStringLiteral("over 3 points"));
        plot().addGraph()->setData({1.0, 2.0, 3.0}, {0.25, 0.5, 0.75});
        plot().graph(0)->setPen(Plot::thick(QColor("#C84B12")));
        plot().xAxis->setLabel(QStringLiteral("loss of a sample"));
        plot().rescaleAxes();
    }
    void empty() { showEmpty(QStringLiteral("nothing")); }
    FigureTable table() const override { return {{"x", "y"}, {{1.0, 0.25}, {2.0, 0.5}, {3.0, 0.75}}}; }

protected:
    void attach(OpenStudy&) override { }
    void refresh() override { }
};

/// A panel that does not show the study in view.
class PlanLikePanel : public LinePanel {
    Q_OBJECT
public:
    using LinePanel::LinePanel;
    QString source() const override { return QStringLiteral("plan p"); }
    QString heldOut() const override { return QStringLiteral("images not checked"); }
};

/// A panel whose figure is very high.
class HighPanel : public LinePanel {
    Q_OBJECT
public:
    using LinePanel::LinePanel;
    int figureHeight(int) const override { return 100'000; }
};

/// A panel of controls without a figure to export.
class ControlPanel : public Panel {
    Q_OBJECT
public:
    explicit ControlPanel(Workbench& bench)
        : Panel(QStringLiteral("controls"), QStringLiteral("Controls"), bench)
    {
    }

protected:
    void attach(OpenStudy&) override { }
    void refresh() override { }
};

class tst_Export : public QObject {
    Q_OBJECT

    static constexpr const char* fingerprint = "7F3K-9Q2A";

    std::filesystem::path file(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }

    static QByteArray bytesOf(const std::filesystem::path& path)
    {
        const Result<std::string> bytes = readFile(path);
        return bytes ? QByteArray::fromStdString(*bytes) : QByteArray();
    }

    /// All texts of an SVG.
    static QStringList textsOf(const QByteArray& svg)
    {
        QStringList texts;
        QXmlStreamReader reader(svg);
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text"))
                texts << reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        return reader.hasError() ? QStringList() : texts;
    }

    /// The uncompressed streams of a PDF.
    static QByteArrayList streamsOf(const QByteArray& pdf)
    {
        QByteArrayList streams;
        for (qsizetype at = 0; (at = pdf.indexOf("stream\n", at)) >= 0; at += 7) {
            const qsizetype end = pdf.indexOf("endstream", at);
            if (end < 0)
                break;
            const QByteArray packed = pdf.mid(at + 7, end - at - 7);
            streams << qUncompress(QByteArray("\0\1\0\0", 4) + packed); // the length is a hint
            at = end;
        }
        return streams;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<LinePanel> m_panel;

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnFolders();
        m_bench = std::make_unique<Workbench>();
        auto study = std::make_shared<StudySnapshot>();
        study->facts = StudyFacts{.config = toJson(ExperimentConfig()), .fingerprintCode = fingerprint};
        m_bench->current().takeSnapshot(study);
        m_panel = std::make_unique<LinePanel>(*m_bench);
    }

    void footerHasTheFingerprint()
    {
        const QString footer = figureFooter(m_bench->current());
        QVERIFY(footer.contains(QLatin1String(fingerprint)));
        QVERIFY(footer.contains(QStringLiteral(REWEIGH_VERSION)));
        QVERIFY(footer.contains(m_bench->current().title()));
    }

    /// Of images that nobody has checked a printed figure says so.
    void footerSaysWhatItStandsOn()
    {
        QVERIFY(figureFooter(m_bench->current()).endsWith(QStringLiteral(REWEIGH_VERSION)));
        auto study = std::make_shared<StudySnapshot>();
        study->facts = StudyFacts{.config = toJson(ExperimentConfig()),
                                  .fingerprintCode = fingerprint,
                                  .fingerprint = test::fingerprintWith(test::uncheckedLabels)};
        Workbench bench;
        bench.current().takeSnapshot(study);
        const QString footer = figureFooter(bench.current());
        QVERIFY2(footer.endsWith(QStringLiteral(" · ") + test::uncheckedWords), qPrintable(footer));

        PlanLikePanel other(bench);
        QVERIFY(exportFigure(other, bench.current(), file("other.svg")));
        const QByteArray svg = bytesOf(file("other.svg"));
        QVERIFY2(svg.contains("plan p · Reweigh " REWEIGH_VERSION " · images not checked</desc>"), svg.left(400).constData());
    }

    /// On screen it is said below the title while figures are seen, and not of a benchmark.
    void panelSaysWhatItStandsOn()
    {
        Workbench bench;
        LinePanel panel(bench);
        panel.setRestsOnHeldOut();
        panel.resize(800, 400);
        panel.show();
        auto* line = panel.findChild<QLabel*>(QStringLiteral("panelHeldOut"));
        auto study = std::make_shared<StudySnapshot>();
        study->facts = StudyFacts{.config = toJson(ExperimentConfig()), .fingerprint = test::fingerprintWith({"known", "known", "known"})};
        bench.current().takeSnapshot(study);
        QTRY_VERIFY(panel.isFresh());
        QVERIFY(!line->isVisible());
        study = std::make_shared<StudySnapshot>(*study);
        study->facts->fingerprint = test::fingerprintWith(test::uncheckedLabels);
        bench.current().takeSnapshot(study);
        QVERIFY(line->isVisible());
        QCOMPARE(line->text(), QString::fromLatin1(test::uncheckedWords));
        QCOMPARE(panel.scope(), QStringLiteral("over 3 points"));
        panel.empty();
        QVERIFY(!line->isVisible());
    }

    void png()
    {
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("a.png"), {.width = 4.0, .height = 2.5, .dpi = 200}));
        const QImage image(QString::fromStdString(file("a.png").string()));
        QVERIFY(qAbs(image.width() - 800) <= 1 && qAbs(image.height() - 500) <= 1);
        QVERIFY(qAbs(image.dotsPerMeterX() - 7874) <= 1); // 200 / 0.0254
        QVERIFY(image.text(QStringLiteral("Description")).contains(QLatin1String(fingerprint)));
        int line = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                line += image.pixelColor(x, y) == QColor("#C84B12");
        QVERIFY(line > 500); // the line is drawn, across most of the figure
    }

    void svgKeepsTextAsText()
    {
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("a.svg")));
        const QByteArray svg = bytesOf(file("a.svg"));
        const QStringList texts = textsOf(svg);
        for (const QString& text : {QStringLiteral("A planted line"), QStringLiteral("over 3 points"), QStringLiteral("loss of a sample"),
                                    figureFooter(m_bench->current())})
            QVERIFY2(texts.contains(text), qPrintable(texts.join('|')));
        QVERIFY(svg.contains("#c84b12")); // the line is a vector line
        QVERIFY(!svg.contains("<image"));
    }

    void pdfKeepsTextAsText()
    {
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("a.pdf"), {.width = 4.0 + 1.0 / 6.0, .height = 2.6}));
        const QByteArray pdf = bytesOf(file("a.pdf"));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/ToUnicode")); // text that can be searched and copied
        QVERIFY(!pdf.contains("/Subtype /Image"));
        // 4 1/6 x 2.6 inches are 300 x 187.2 points; pages are whole points.
        static const QRegularExpression box(QStringLiteral("/MediaBox \\[\\S+ \\S+ (\\S+) ([^\\]\\s]+)"));
        const QRegularExpressionMatch match = box.match(QString::fromLatin1(pdf));
        QVERIFY(qAbs(match.captured(1).toDouble() - 300.0) <= 1.0);
        QVERIFY(qAbs(match.captured(2).toDouble() - 187.5) <= 1.0);
        int texts = 0;
        for (const QByteArray& stream : streamsOf(pdf))
            texts += int(stream.count(" Tj"));
        QVERIFY(texts >= 4); // title, scope, axes, footer
    }

    /// Lines end at the axes, in SVG too, whose writer in Qt knows no clipping.
    void linesEndAtTheAxes()
    {
        LinePanel panel(*m_bench);
        panel.plot().xAxis->setRange(1.5, 2.5);
        panel.plot().yAxis->setRange(0.4, 0.6);
        panel.plot().graph(0)->setPen(QPen(QColor("#123456"), 1.0));
        const FigureSetup setup{.width = 4.0, .height = 3.0};
        QVERIFY(exportFigure(panel, m_bench->current(), file("clip.svg"), setup));
        QXmlStreamReader reader(bytesOf(file("clip.svg")));
        double low = 1e9, high = -1e9;
        bool ours = false;
        static const QRegularExpression number(QStringLiteral("-?[0-9.]+(e-?[0-9]+)?"));
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (reader.name() == QLatin1String("g"))
                ours = reader.attributes().value(QLatin1String("stroke")) == QLatin1String("#123456");
            const auto places = reader.name() == QLatin1String("path")       ? reader.attributes().value(QLatin1String("d"))
                                : reader.name() == QLatin1String("polyline") ? reader.attributes().value(QLatin1String("points"))
                                                                             : QStringView();
            auto found = number.globalMatch(places.toString());
            for (int i = 0; ours && found.hasNext(); ++i) {
                const double value = found.next().captured().toDouble();
                if (i % 2 == 0) {
                    low = std::min(low, value);
                    high = std::max(high, value);
                }
            }
        }
        // At x 1.5 and 2.5 the line is at 0.375 and 0.625, beyond the axis of y, which it leaves at x 1.6 and 2.4.
        QVERIFY(low < high);
        const double width = high - low, whole = figureSize(panel, m_bench->current(), setup).width(); // the axis, less what labels need
        QVERIFY2(width < 0.8 * whole && width > 0.5 * whole, qPrintable(QString::number(width)));
    }

    /// Names beside the ends of lines leave half of a column to the lines, and are shortened in their middle where they are too long.
    void longNamesInAColumn()
    {
        LinePanel panel(*m_bench);
        LineNames names(panel.plot());
        names.set({{QStringLiteral("without-all-the-images-that-anybody-has-marked-wrong (12)"), Qt::black, 0.5}},
                  Theme::instance().scopeFont());
        const FigureSetup setup{.width = columnInches};
        const int width = figureSize(panel, m_bench->current(), setup).width();
        QVERIFY(exportFigure(panel, m_bench->current(), file("names.svg"), setup));
        QVERIFY2(panel.plot().axisRect()->width() > 0.3 * width, "which is still laid out as in the figure");
        const QStringList texts = textsOf(bytesOf(file("names.svg")));
        const QStringList shortened = texts.filter(QStringLiteral("…"));
        QVERIFY2(shortened.size() == 1 && shortened.front().startsWith(QStringLiteral("with"))
                     && shortened.front().endsWith(QStringLiteral("2)")),
                 qPrintable(texts.join('|')));
    }

    /// A figure of a column has no smaller type than was asked for.
    void typeOfAColumn()
    {
        Theme::instance().setPaper(8.0);
        const auto screen = qScopeGuard([] { Theme::instance().setPaper(std::nullopt); });
        LinePanel panel(*m_bench);
        QVERIFY(exportFigure(panel, m_bench->current(), file("column.svg"), {.width = columnInches}));
        QXmlStreamReader reader(bytesOf(file("column.svg")));
        int texts = 0;
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text")) {
                const double points = reader.attributes().value(QLatin1String("font-size")).toDouble() * 72.0 / panel.logicalDpiX();
                QVERIFY2(points > 7.9 && points < 8.1, qPrintable(QString::number(points)));
                ++texts;
            }
        QVERIFY(texts > 5);
    }

    /// Title, footer and legend are there or not; without them the figure is as high as it needs to be.
    void partsThatAreLeftOut()
    {
        LinePanel panel(*m_bench);
        auto* name = new QCPItemText(&panel.plot());
        name->setText(QStringLiteral("planted"));
        name->position->setCoords(2.0, 0.5);
        Plot::markAsLegend(*name);
        QVERIFY(exportFigure(panel, m_bench->current(), file("bare.svg"), {.title = false, .footer = false, .legend = false}));
        const QStringList bare = textsOf(bytesOf(file("bare.svg")));
        QVERIFY(bare.contains(QStringLiteral("loss of a sample")));
        for (const QString& text : {QStringLiteral("A planted line"), QStringLiteral("planted"), figureFooter(m_bench->current())})
            QVERIFY2(!bare.contains(text), qPrintable(bare.join('|')));
        QVERIFY(exportFigure(panel, m_bench->current(), file("whole.svg")));
        QVERIFY(textsOf(bytesOf(file("whole.svg"))).contains(QStringLiteral("planted"))); // it is visible again
    }

    void sameBytes()
    {
        const std::array names = {"same.svg", "same.pdf", "same.png"};
        std::vector<QByteArray> first;
        for (const char* name : names) {
            QVERIFY(exportFigure(*m_panel, m_bench->current(), file(name)));
            first.push_back(bytesOf(file(name)));
        }
        QTest::qWait(1100); // a second later by the clock
        for (std::size_t i = 0; i < names.size(); ++i) {
            QVERIFY(exportFigure(*m_panel, m_bench->current(), file(names[i])));
            QVERIFY2(first[i] == bytesOf(file(names[i])), names[i]);
        }
    }

    void csvIsTheTable()
    {
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("a.csv")));
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("capitals.CSV")));
        QCOMPARE(bytesOf(file("capitals.CSV")), bytesOf(file("a.csv")));
        QCOMPARE(bytesOf(file("a.csv")), QByteArray("x,y\n1,0.25\n2,0.5\n3,0.75\n"));
    }

    void unknownEnding()
    {
        const Status status = exportFigure(*m_panel, m_bench->current(), file("a.tiff"));
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::UnknownValue);
        QCOMPARE(status.error().detail, ".tiff");
        QVERIFY(!std::filesystem::exists(file("a.tiff")));
    }

    /// Words around a figure that leave no room for it, and pictures of more pixels than can be drawn, are refused.
    void whatCannotBeDrawn()
    {
        Theme::instance().setPaper(12.0);
        const auto screen = qScopeGuard([] { Theme::instance().setPaper(std::nullopt); });
        const Status low = exportFigure(*m_panel, m_bench->current(), file("low.svg"), {.height = 1.0});
        QVERIFY(!low);
        QCOMPARE(low.error().code, ErrorCode::ValueOutOfRange);
        QCOMPARE(low.error().where, "height");
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("low.csv"), {.height = 1.0}));
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("low.svg"), {.height = 1.0, .title = false, .footer = false}));
        HighPanel high(*m_bench);
        const Status large = exportFigure(high, m_bench->current(), file("high.png"));
        QVERIFY(!large);
        QCOMPARE(large.error().where, "dpi");
        QVERIFY(!std::filesystem::exists(file("high.png")));
    }

    void unwritableFolder()
    {
        QVERIFY(writeFileAtomic(file("no-folder"), "x")); // a file cannot contain a file
        const Status status = exportFigure(*m_panel, m_bench->current(), file("no-folder") / "a.svg");
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::FileUnwritable);
        const auto all = exportAllFigures({m_panel.get()}, m_bench->current(), file("no-folder") / "figures");
        QVERIFY(!all);
        QCOMPARE(all.error().code, ErrorCode::FileUnwritable);
    }

    void allFigures()
    {
        ControlPanel controls(*m_bench);
        const auto all = exportAllFigures({m_panel.get(), &controls}, m_bench->current(), file("new") / "figures");
        QVERIFY(all.ok());
        QCOMPARE(all->size(), std::size_t(3));
        for (const char* name : {"line.svg", "line.csv", "figures.json"})
            QVERIFY2(std::filesystem::file_size(file("new") / "figures" / name) > 20, name);
        // The settings beside them are those by which they were written.
        const Result<FigureSetup> written = readFigureSetup(file("new") / "figures" / "figures.json");
        QVERIFY(written);
        QCOMPARE(*written, FigureSetup());
        QCOMPARE(exportAllFigures({m_panel.get()}, m_bench->current(), file("other"), {.figures = {"history"}})->size(), std::size_t(1));
    }

    void setups_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("wrong"); ///< the member; empty: it is right
        QTest::newRow("column") << R"({"width": "column", "font": 9, "title": false, "format": "pdf"})"
                                << "";
        QTest::newRow("millimetres") << R"({"width": "83.82mm", "height": "auto", "font": "9pt", "title": false, "format": "pdf"})"
                                     << "";
        QTest::newRow("points") << R"({"width": "237.6pt", "font": "9", "title": false, "format": "pdf"})"
                                << "";
        QTest::newRow("no unit") << R"({"width": "3.3"})"
                                 << "width";
        QTest::newRow("too wide") << R"({"width": "3.3m"})"
                                  << "width";
        QTest::newRow("too high") << R"({"height": "30in"})"
                                  << "height";
        QTest::newRow("type") << R"({"font": "2pt"})"
                              << "font";
        QTest::newRow("dpi") << R"({"dpi": 300.5})"
                             << "dpi";
        QTest::newRow("format") << R"({"format": "eps"})"
                                << "format";
        QTest::newRow("title") << R"({"title": 1})"
                               << "title";
        QTest::newRow("figures") << R"({"figures": "history"})"
                                 << "figures";
        QTest::newRow("colour") << R"({"colour": "red"})"
                                << "settings of figures";
        QTest::newRow("a list") << R"([])"
                                << "here";
    }

    void setups()
    {
        QFETCH(QString, json);
        QFETCH(QString, wrong);
        const Result<FigureSetup> setup = figureSetupOf(json.toStdString(), "here");
        QCOMPARE(setup.ok(), wrong.isEmpty());
        if (!setup) {
            QCOMPARE(QString::fromStdString(setup.error().where), wrong);
            return;
        }
        QVERIFY(std::abs(setup->width - 3.3) < 1e-12);
        QCOMPARE(setup->font, 9.0);
        QVERIFY(!setup->title && setup->footer);
        QCOMPARE(setup->format, "pdf");
        QCOMPARE(*figureSetupOf(figureSetupText(*setup), "here"), *setup); // written and read again
    }

    /// Numbers in files are written in the C locale, whatever the locale on screen is.
    void tableInFiles()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const FigureTable table{{"name", "value"}, {{"a, \"b\"", 0.5}, {"none", std::nan("")}, {"whole", 12345}}};
        QCOMPARE(table.toCsv(), QByteArray("name,value\n\"a, \"\"b\"\"\",0.5\nnone,\nwhole,12345\n"));
        QLocale::setDefault(QLocale(QLocale::English));
    }
};

QTEST_MAIN(tst_Export)
#include "tst_export.moc"
