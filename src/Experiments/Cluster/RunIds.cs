using System.Globalization;
using System.Text;
using Experiments.Config;

namespace Experiments.Cluster;

/// <summary>A list of run ids as a line of text that people can read: <c>1-500 612 700-999</c>.</summary>
internal static class RunIds
{
    /// <summary>Bytes of the largest list.</summary>
    private const long MaxBytes = 16 << 20;

    /// <summary>Writes ids.</summary>
    /// <param name="ids">In rising order.</param>
    public static string Format(IEnumerable<int> ids)
    {
        var text = new StringBuilder();
        var (first, last) = (0, 0);
        foreach (var id in ids)
        {
            if (first > 0 && id == last + 1)
            {
                last = id;
                continue;
            }
            Append(text, first, last);
            (first, last) = (id, id);
        }
        Append(text, first, last);
        return text.ToString();
    }

    /// <summary>Reads ids; null where the text is no such list, or goes beyond <paramref name="most"/>.</summary>
    public static IReadOnlyList<int>? Parse(string text, int most)
    {
        var ids = new List<int>();
        foreach (var piece in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = piece.Split('-');
            if (ends.Length > 2 || Number(ends[0]) is not { } first || Number(ends[^1]) is not { } last)
                return null;
            if (first <= (ids.Count > 0 ? ids[^1] : 0) || last < first || last > most)
                return null;
            ids.AddRange(Enumerable.Range(first, last - first + 1));
        }
        return ids;
    }

    /// <summary>Reads the ids of a file.</summary>
    /// <exception cref="ConfigException">It cannot be read, or holds something else.</exception>
    public static IReadOnlyList<int> Read(string file, int most)
    {
        try
        {
            var info = new FileInfo(file);
            // What has no length has no end either, such as a pipe or a device.
            var length = ((FileInfo?)info.ResolveLinkTarget(returnFinalTarget: true) ?? info).Length;
            if (length is 0 or > MaxBytes)
                throw Refusal(file, length == 0 ? "is empty, or no regular file" : $"is no list of runs: it has more than {MaxBytes >> 20} MiB");
            return Parse(File.ReadAllText(file), most) ?? throw Refusal(file, string.Create(
                CultureInfo.InvariantCulture, $"is no list of runs: write rising numbers from 1 to {most}, such as 1-500 612"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refusal(file, $"cannot be read: {exception.Message}");
        }
    }

    private static ConfigException Refusal(string file, string message) => new(new Problem(file, 0, 0, "", message));

    private static void Append(StringBuilder text, int first, int last)
    {
        if (first == 0)
            return;
        if (text.Length > 0)
            text.Append(' ');
        text.Append(CultureInfo.InvariantCulture, $"{first}");
        if (last > first)
            text.Append(CultureInfo.InvariantCulture, $"-{last}");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
