namespace Elites.Populations;

/// <summary>How those of a kind share out parts, such as units or regions, in the order of their rows: each heads one.</summary>
internal static class Heads
{
    /// <summary>The part of one of so many heads.</summary>
    public static int PartOf(int place, int heads, int parts) => (int)((long)place * parts / heads);

    /// <summary>The rows among the heads' that have a part; none where there are fewer heads than parts and it is nobody's.</summary>
    public static Rows Of(Rows heads, int part, int parts) =>
        new(heads.From + First(part, heads.Count, parts), heads.From + First(part + 1, heads.Count, parts));

    private static int First(int part, int heads, int parts) => (int)(((long)part * heads + parts - 1) / parts);
}
