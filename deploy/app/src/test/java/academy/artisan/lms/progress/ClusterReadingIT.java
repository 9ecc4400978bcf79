package academy.artisan.lms.progress;

import academy.artisan.lms.testing.ClusterTest;

@ClusterTest
class ClusterReadingIT extends ReadingIT {}
