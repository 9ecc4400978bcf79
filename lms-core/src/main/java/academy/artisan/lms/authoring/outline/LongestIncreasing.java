package academy.artisan.lms.authoring.outline;

/** The longest increasing subsequence, by patience sorting in O(n log n). */
final class LongestIncreasing {

    private LongestIncreasing() {}

    /** The indices of one longest increasing subsequence of numbers that are all different, in order. */
    static int[] indices(int... numbers) {
        var before = new int[numbers.length];
        var endOf = new int[numbers.length];
        var length = 0;
        for (var i = 0; i < numbers.length; i++) {
            var shorter = firstNotBelow(numbers, endOf, length, numbers[i]);
            before[i] = shorter == 0 ? -1 : endOf[shorter - 1];
            endOf[shorter] = i;
            length = Math.max(length, shorter + 1);
        }
        var indices = new int[length];
        if (length > 0) {
            for (var at = endOf[length - 1]; at >= 0; at = before[at]) {
                indices[--length] = at;
            }
        }
        return indices;
    }

    private static int firstNotBelow(int[] numbers, int[] endOf, int length, int number) {
        var low = 0;
        var high = length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (numbers[endOf[middle]] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
