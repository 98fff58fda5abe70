// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "tests/widgets/report/ReportFixture.h"
#include "widgets/report/FigureStyle.h"
#include "widgets/report/PdfWriter.h"
#include "widgets/report/StablePdf.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// The report as PDF: whole, vector, the same bytes at any time.
class tst_Pdf : public QObject {
    Q_OBJECT

    /// Whether every place in the file's table holds the object that it should.
    static bool placesAreRight(const QByteArray& pdf)
    {
        const qsizetype start = pdf.lastIndexOf("startxref\n");
        const qsizetype table = pdf.mid(start + 10, pdf.indexOf('\n', start + 10) - start - 10).toLongLong();
        if (start < 0 || pdf.mid(table, 5) != "xref\n")
            return false;
        const qsizetype head = pdf.indexOf('\n', table) + 1, first = pdf.indexOf('\n', head) + 1;
        const int count = pdf.mid(head, first - head).trimmed().split(' ').value(1).toInt();
        for (int i = 1; i < count; ++i) {
            const qsizetype place = pdf.mid(first + 20 * i, 10).toLongLong();
            if (!pdf.mid(place, 16).startsWith(QByteArray::number(i) + " 0 obj"))
                return false;
        }
        return count > 2;
    }

    /// A file of two objects as Qt writes them.
    static QByteArray fileOf(const QByteArray& date, const QByteArray& id, const QByteArray& day, const QByteArray& document)
    {
        QByteArray pdf = "%PDF-1.4\n";
        const qsizetype info = pdf.size();
        pdf += "1 0 obj\n<<\n/Title (a)\n/CreationDate (" + date + ")\n>>\nendobj\n";
        const qsizetype catalog = pdf.size();
        pdf += "2 0 obj\n<<\n/Type /Catalog\n>>\nendobj\n";
        const qsizetype metadata = pdf.size(); // as Qt 6.8 writes it
        const QByteArray packet = "<rdf:Description xmp:CreateDate=\"" + day + "\" xmp:ModifyDate=\"" + day + "\" xmp:MetadataDate=\"" + day
                                  + "\"/>\n<rdf:Description xmpMM:DocumentID=\"uuid:" + document + "\"/>";
        pdf += "3 0 obj\n<<\n/Type /Metadata /Length " + QByteArray::number(packet.size()) + "\n>>\nstream\n" + packet
               + "\nendstream\nendobj\n";
        const qsizetype table = pdf.size();
        const auto entry = [](qsizetype place) { return QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n"; };
        pdf += "xref\n0 4\n0000000000 65535 f \n" + entry(info) + entry(catalog) + entry(metadata)
               + "trailer\n<<\n/Size 4\n/Info 1 0 R\n/Root 2 0 R\n/ID [ <" + id + "> <" + id + "> ]\n>>\nstartxref\n"
               + QByteArray::number(table) + "\n%%EOF\n";
        return pdf;
    }

    /// The words on each page, as another program reads them; none if it is not installed.
    static QStringList pagesOf(const Report& report)
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        const QTemporaryDir dir;
        const QByteArray pdf = pdfOf(report);
        if (program.isEmpty() || !writeFileAtomic(dir.filePath("a.pdf").toStdString(), {pdf.constData(), std::size_t(pdf.size())}))
            return {};
        QProcess process;
        process.start(program, {dir.filePath("a.pdf"), QStringLiteral("-")});
        return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\f')) : QStringList();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void timeIsTakenOut()
    {
        const QByteArray here = fileOf("D:20261128165000+01'00'", "0123456789abcdef", "2026-11-28T16:50:00+01:00",
                                       "87f262b1-f4f4-4bf4-b5c4-0d23ba85b568"),
                         there = fileOf("D:19991231235959Z", "fedcba9876543210", "1999-12-31T23:59:59-00:00",
                                        "12345678-90ab-4cde-8f01-234567890abc");
        QVERIFY(placesAreRight(here));
        const QByteArray stable = withoutTime(here);
        QCOMPARE(stable, withoutTime(there));
        QCOMPARE(withoutTime(stable), stable);
        QVERIFY(placesAreRight(stable));
        QVERIFY(stable.contains("/CreationDate (D:20000101000000Z)"));
        QVERIFY(stable.contains("<0000000000000000> <0000000000000000>"));
        QCOMPARE(withoutTime("no PDF"), QByteArray("no PDF"));
        QCOMPARE(withoutTime({}), QByteArray());
    }

    void theSameBytes()
    {
        const Report report = SmallPlan().report();
        const QByteArray first = pdfOf(report);
        QTest::qSleep(1100); // the clock of the file's dates counts seconds
        QVERIFY(first == pdfOf(SmallPlan().report()));
        QVERIFY(first.startsWith("%PDF-"));
        QVERIFY(first.contains("/CreationDate (D:20000101000000Z)"));
        QVERIFY(placesAreRight(first));
    }

    void textAndFiguresStayVector()
    {
        const QByteArray pdf = pdfOf(SmallPlan().report());
        QVERIFY(pdf.contains("/ToUnicode")); // text that can be searched and copied
        QVERIFY(!pdf.contains("/Subtype /Image"));
        QVERIFY(pdf.contains("/MediaBox [0 0 595 842]") || pdf.contains("/MediaBox [0 0 595.000000 842.000000]")
                || pdf.contains("/MediaBox [0 0 594"));
    }

    /// Another program finds no fault, and reads the words.
    void othersReadIt()
    {
        const QStringList pages = pagesOf(SmallPlan().report());
        if (pages.isEmpty())
            QSKIP("pdftotext is not installed");
        const QString text = pages.join(QLatin1Char(' '));
        QVERIFY(text.contains("Searching helps"));
        QVERIFY(text.contains("page 1 of "));
    }

    /// Tables that end anywhere on a page. A line below one, cut by the page's end, was drawn on both pages.
    void noLineIsCut()
    {
        constexpr int tables = 150;
        Report report{.title = "cut", .subtitle = {}, .language = "en", .blocks = {}};
        for (int i = 0; i < tables; ++i) {
            ReportTable table{.columns = "ll", .header = {"a", "b"}, .note = QStringLiteral("note%1.").arg(i)};
            table.rows.assign(std::size_t(1 + i * 7 % 11), {"x", "y"});
            report.blocks.push_back(std::move(table));
            if (i % 3 == 0)
                report.blocks.push_back(ReportParagraph{QStringLiteral("between"), i % 2 == 0});
        }
        const QStringList pages = pagesOf(report);
        if (pages.isEmpty())
            QSKIP("pdftotext is not installed");
        const QString text = pages.join(QLatin1Char(' '));
        for (int i = 0; i < tables; ++i)
            QCOMPARE(text.count(QStringLiteral("note%1.").arg(i)), 1);
    }

    void captionsStayWithTheirFigures()
    {
        constexpr int figures = 40;
        Report report{.title = "figures", .subtitle = {}, .language = "en", .blocks = {}};
        for (int i = 0; i < figures; ++i) {
            const QString drawn = QStringLiteral("drawn%1.").arg(i);
            report.blocks.push_back(ReportFigure{.title = QStringLiteral("title%1").arg(i),
                                                 .caption = QStringLiteral("A caption of a few lines. ").repeated(1 + i % 5),
                                                 .points = {columnWidth, 60.0 + 17.0 * (i % 7)},
                                                 .draw = [drawn](QPainter& painter) {
                                                     painter.setFont(figureFont());
                                                     painter.drawText(QPointF(0, 20), drawn);
                                                 }});
            if (i % 2 == 1)
                report.blocks.push_back(ReportParagraph{QStringLiteral("between")});
        }
        const QStringList pages = pagesOf(report);
        if (pages.isEmpty())
            QSKIP("pdftotext is not installed");
        for (int i = 0; i < figures; ++i) {
            const QStringList with = pages.filter(QStringLiteral("drawn%1.").arg(i));
            QCOMPARE(with.size(), 1);
            QVERIFY(with[0].contains(QStringLiteral("title%1.").arg(i)));
        }
        QCOMPARE(pages.join(QLatin1Char(' ')).count(QStringLiteral("title39.")), 1);
    }

    void writesBothFiles()
    {
        const QTemporaryDir dir;
        MadePlan made({"fixed", "ce"}, {nlohmann::json::object()});
        made.give(0, "fixed", {0.8, 0.81, 0.79});
        made.give(0, "ce", {0.7, 0.71, 0.69});
        const std::filesystem::path folder = dir.path().toStdString();
        QVERIFY(writePlanReport(made.state, folder / "a.html", folder / "a.pdf"));
        const Result<std::string> html = readFile(folder / "a.html"), pdf = readFile(folder / "a.pdf");
        QVERIFY(html && html->starts_with("<!DOCTYPE html>"));
        QVERIFY(pdf && pdf->starts_with("%PDF-"));
        const Status failed = writePlanReport(made.state, {}, folder / "a.html" / "b.pdf"); // a file holds no file
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::FileUnwritable);
    }

    void manyCells()
    {
        std::vector<std::string> variants;
        for (int i = 0; i < 15; ++i)
            variants.push_back("a-variant-with-a-long-name-" + std::to_string(i));
        MadePlan made(variants, grid({{"noise-rate", {0.0, 0.1, 0.2, 0.3, 0.4, 0.5}}, {"imbalance-factor", {1, 2, 5, 10, 50}}}));
        for (std::size_t cell = 0; cell < 30; ++cell)
            for (std::size_t i = 0; i < variants.size(); ++i) {
                const double base = 0.5 + 0.01 * double(i) + 0.005 * double(cell);
                made.give(cell, variants[i], {base, base + 0.01, base - 0.02});
            }
        const Report report = planReportPage(made.state, {});
        QElapsedTimer clock;
        clock.start();
        const QByteArray pdf = pdfOf(report);
        QVERIFY2(clock.elapsed() < 10000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(placesAreRight(pdf));
        QVERIFY(pdf.size() < 5 << 20);
    }
};

QTEST_MAIN(tst_Pdf)
#include "tst_pdf.moc"
