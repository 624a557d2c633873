package dev.signalbox.aws.testing;

import java.net.ServerSocket;
import java.net.URI;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import software.amazon.awssdk.services.s3.S3Client;

/// S3 as s3proxy plays it, once for all tests of this process. It honours conditional writes; it keeps no
/// versions.
public final class LocalS3 {
    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final LocalS3 ONE = new LocalS3();

    private final URI uri;
    private final S3Client client;

    private LocalS3() {
        try {
            S3Proxy server = S3Proxy.builder()
                    .blobStore(BlobStores.create("transient-nio2", new Properties()))
                    .endpoint(URI.create("http://127.0.0.1:" + freePort()))
                    .build();
            server.start();
            this.uri = URI.create("http://127.0.0.1:" + server.getPort());
            this.client = TestClients.s3(uri, TestClients.PATIENT);
        } catch (Exception e) {
            throw new AssertionError("s3proxy does not start", e);
        }
    }

    /// Where it listens.
    public static URI uri() {
        return ONE.uri;
    }

    /// A client of it.
    public static S3Client client() {
        return ONE.client;
    }

    /// A new, empty bucket.
    public static String bucket() {
        String name = "bucket-" + BUCKETS.incrementAndGet();
        client().createBucket(request -> request.bucket(name));
        return name;
    }

    static int freePort() throws java.io.IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
