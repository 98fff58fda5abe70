// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace reweigh::test {

/// An HTTP server on this machine whose answers a test can make faulty. It lives in the caller's thread and answers
/// while that thread's event loop runs.
class LoopbackServer : public QTcpServer {
public:
    QHash<QString, QByteArray> files; ///< content of each file, by "/name"
    QStringList requests;             ///< requests so far: "GET /name bytes=5-", without a range if none was requested
    bool ranges = true;               ///< true: a request with a range gets that range with status 206; false: the whole file
    bool wrongRange = false;          ///< true: the range in the answer begins at byte 0, not at the requested one
    qint64 cutAfter = -1;             ///< closes the connection after so many bytes of content; negative: sends all
    std::function<void()> afterHead;  ///< called when an answer has been written, before the connection closes

    LoopbackServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no loopback port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    std::string url() const { return QString("http://127.0.0.1:%1/").arg(serverPort()).toStdString(); }

private:
    void read(QTcpSocket* socket)
    {
        QByteArray& head = m_heads[socket];
        head += socket->readAll();
        if (!head.contains("\r\n\r\n"))
            return;
        static const QRegularExpression get("^GET (\\S+)"),
            range("\\r\\nRange: (bytes=(\\d+)-)", QRegularExpression::CaseInsensitiveOption);
        const QString text = QString::fromLatin1(head);
        head.clear();
        const QString path = get.match(text).captured(1);
        const auto asked = range.match(text);
        requests << QString("GET %1 %2").arg(path, asked.captured(1)).trimmed();
        answer(socket, path, asked.hasMatch() ? asked.captured(2).toLongLong() : -1);
    }

    void answer(QTcpSocket* socket, const QString& path, qint64 from)
    {
        if (!files.contains(path))
            return finish(socket, "404 Not Found", {}, "no such file, says this page");
        const QByteArray& whole = files[path];
        if (from < 0 || !ranges)
            return finish(socket, "200 OK", {}, whole);
        if (from >= whole.size())
            return finish(socket, "416 Range Not Satisfiable", {}, {});
        const qint64 start = wrongRange ? 0 : from;
        finish(socket, "206 Partial Content",
               QString("Content-Range: bytes %1-%2/%3\r\n").arg(start).arg(whole.size() - 1).arg(whole.size()).toLatin1(),
               whole.mid(start));
    }

    void finish(QTcpSocket* socket, const QByteArray& status, const QByteArray& extra, const QByteArray& content)
    {
        socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(content.size()) + "\r\nConnection: close\r\n"
                      + extra + "\r\n");
        socket->write(cutAfter >= 0 ? content.left(cutAfter) : content);
        if (afterHead)
            afterHead();
        socket->disconnectFromHost();
    }

    QHash<QTcpSocket*, QByteArray> m_heads;
};

} // namespace reweigh::test
