package academy.artisan.lms.progress.settling;

import academy.artisan.lms.testing.ClusterTest;

@ClusterTest
class ClusterPresenceScriptIT extends PresenceScriptIT {}
