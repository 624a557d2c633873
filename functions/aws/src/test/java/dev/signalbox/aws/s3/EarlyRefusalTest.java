package dev.signalbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.aws.testing.TestClients;
import dev.signalbox.contract.artifact.ArtifactRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// S3 need not read a body to say that the key is taken.
class EarlyRefusalTest {
    private static final String TAKEN =
            "HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    @Test
    void hearsThatTheKeyIsTakenThoughNobodyReadsTheBody() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseAll(server));
            URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort());
            byte[] bytes = new byte[8 << 20];

            ArtifactRef ref = new S3ArtifactStore(TestClients.s3(uri, TestClients.PATIENT), "s3://bucket")
                    .write("runs/r/x", "large.bin", "application/octet-stream", bytes);

            assertThat(ref.sizeBytes()).isEqualTo(bytes.length);
        }
    }

    private static void refuseAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    BufferedReader head = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 1)) {
                for (String line = head.readLine(); line != null && !line.isEmpty(); ) {
                    line = head.readLine();
                }
                socket.getOutputStream().write(TAKEN.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException _) {
                // The client has gone, or the test is over.
            }
        }
    }
}
