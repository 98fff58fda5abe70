// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/config/ConfigJson.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/PlotPanel.h"

#include <QImage>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

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
    FigureTable table() const override { return {{"x", "y"}, {{1.0, 0.25}, {2.0, 0.5}, {3.0, 0.75}}}; }

protected:
    void attach(OpenStudy&) override { }
    void refresh() override { }
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
        QCoreApplication::setOrganizationName(QStringLiteral("reweigh-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
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

    void png()
    {
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("a.png"), {400, 250}));
        const QImage image(QString::fromStdString(file("a.png").string()));
        QCOMPARE(image.size(), QSize(800, 500));
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
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("a.pdf"), {400, 250}));
        const QByteArray pdf = bytesOf(file("a.pdf"));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/ToUnicode")); // text that can be searched and copied
        QVERIFY(!pdf.contains("/Subtype /Image"));
        // 400 x 250 px at 96 dpi are 300 x 187.5 points; pages are whole points.
        static const QRegularExpression box(QStringLiteral("/MediaBox \\[\\S+ \\S+ (\\S+) ([^\\]\\s]+)"));
        const QRegularExpressionMatch match = box.match(QString::fromLatin1(pdf));
        QVERIFY(qAbs(match.captured(1).toDouble() - 300.0) <= 1.0);
        QVERIFY(qAbs(match.captured(2).toDouble() - 187.5) <= 1.0);
        int texts = 0;
        for (const QByteArray& stream : streamsOf(pdf))
            texts += int(stream.count(" Tj"));
        QVERIFY(texts >= 4); // title, scope, axes, footer
    }

    void csvIsTheTable()
    {
        QVERIFY(exportFigure(*m_panel, m_bench->current(), file("a.csv")));
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
        QCOMPARE(all->size(), std::size_t(4));
        for (const char* name : {"line.png", "line.svg", "line.pdf", "line.csv"})
            QVERIFY2(std::filesystem::file_size(file("new") / "figures" / name) > 20, name);
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
