package academy.artisan.lms.media.operations;

import academy.artisan.lms.course.GroupId;

/**
 * How much room what a group uploaded takes in the object store.
 *
 * @param videos how many were uploaded whole
 * @param sourceBytes of their sources, as far as this group had them first
 * @param renditionBytes of all that was made of these
 * @param sharedBytes of the content that its videos share with another group, which had it first: counted there
 * @param files documents and pictures that are ready
 */
record GroupStorage(
        GroupId groupId,
        long videos,
        long sourceBytes,
        long renditionBytes,
        long sharedBytes,
        long files,
        long fileBytes) {

    static GroupStorage none(GroupId groupId) {
        return new GroupStorage(groupId, 0, 0, 0, 0, 0, 0);
    }
}
