using Agents;
using Agents.Spaces;

namespace Torture;

#pragma warning disable CS1591 // named by what they hold

internal readonly struct Slope(float rise, float start)
{
    private readonly float start = start;

    public float Rise { get; } = rise;

    public float Twice { get; } = 2 * rise;

    public float At(float x) => x > start ? Rise * (x - start) : -Twice;
}

/// <summary>Numbers that are asked for one agent, or for many.</summary>
internal sealed class Tables
{
    private readonly float[] shares = [0, 0.25f, 0.5f, 1, 2, 3, 5, 8];

    [BulkForm("this[]")]
    public void All(ReadOnlySpan<Sort> sorts, Span<float> shares)
    {
        for (var i = 0; i < sorts.Length; i++)
            shares[i] = this[sorts[i]];
    }

    public float this[Sort sort] => shares[(int)sort & 7];

    public float Halve(float x) => x * shares[2];

    [BulkForm(nameof(Halve))]
    public void HalveAll(Span<float> x)
    {
        for (var i = 0; i < x.Length; i++)
            x[i] *= shares[2];
    }

    public float Root(int whole) => shares[whole & 7] + (whole > 9 ? shares[1] : shares[2]);
}

/// <summary>Counts that lie in the order of rows.</summary>
internal sealed class Counts
{
    private readonly int[] counts = [.. Enumerable.Range(0, TortureModel.Rows).Select(row => row * 7 % 5)];

    public ReadOnlySpan<int> Values => counts;

    [ByRow]
    public int this[int row] => counts[row];
}

[MustVectorise]
internal readonly partial struct Calls(float a, Slope slope, int[] table) : IRule<Everything>
{
    private const float Half = 0.5f;

    private float Sum => a + slope.Rise;

    public void Step(Agent<Everything> me)
    {
        me.Float = Mean(me.Float, me.OtherFloat) + slope.At(me.Mood) * Sum;
        var (least, most) = Ordered(me.Int, me.OtherInt);
        (me.Int, me.OtherInt) = (most, least);
        var left = me.Left;
        Grow(ref left, by: Half);
        Split(left, out var whole, out var part);
        me.Left = whole - part;
        me.Double = Local(me.Double);
        if (me.Byte < table.Length)
            me.OtherFloat = table[me.Byte];
        Note(me);

        static double Local(double x) => x < 0 ? -x : x;
    }

    private static float Mean(float x, float y) => (x + y) * Half;

    private static (int Least, int Most) Ordered(int x, int y) => x < y ? (x, y) : (y, x);

    private static void Grow(ref float x, float by)
    {
        if (x < 0)
            return;
        x += by;
    }

    private static void Split(float x, out int whole, out float part)
    {
        whole = (int)x;
        part = x - whole;
    }

    private static void Note(Agent<Everything> me)
    {
        me.Next.Tally = me.Tally + 1;
        me.Next.Vote = me.Bool ? (byte)1 : me.Vote;
    }
}

[MustVectorise]
internal readonly partial struct LookUps(int[] table, Tables tables, Counts counts, Everything people) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float = me.Int >= 0 && me.Int < table.Length ? table[me.Int] : -1;
        me.OtherFloat = tables[me.Sort] + tables.Halve(me.Mood);
        me.Left = tables.Root(me.OtherInt) + tables.Halve(0.5f);
        me.Double = people.Mood[Math.Clamp(me.Row - 1, 0, people.Count - 1)];
        me.Int = counts[me.Row] + people.Tally.Values[me.Row] + people.Tally[me.Row];
        me.Next.Weight = people.Birth[me.Byte % people.Count];
        me.UInt = me.Id + (uint)me.Row;
        if (me.Bool && tables[me.Sort] > 0.3f)
            me.Long = table[me.Byte & 15];
    }
}

[MustVectorise]
internal readonly partial struct Nobody(int[] table, Tables? tables, bool isOn) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var none = isOn ? null : tables;
        if (none != null)
            me.Float += none[me.Sort];
        if (isOn && table.Length > 3 && table[me.Row & 3] > 0)
            me.OtherFloat = 2;
    }
}

[MustVectorise]
internal readonly partial struct NeighbourLoops(Network network) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var sum = 0f;
        var votes = 0;
        foreach (var other in network.Neighbours(me.Row))
        {
            sum += me.Population.Mood[other];
            if (me.Population.Vote[other] != 0)
                votes++;
        }
        me.Float = sum;
        me.Int = votes + Around(me.Population, me.Row);
        if (me.Bool)
        {
            for (var i = 0; i < 3; i++)
                sum *= me.Mood + i;
        }
        me.OtherFloat = sum;
    }

    private static int Around(Everything people, int row)
    {
        var sum = 0;
        for (var other = Math.Max(0, row - 2); other <= row; other++)
            sum += people.Tally[other];
        return sum;
    }
}

[MustVectorise]
internal readonly partial struct Runs(float[] byClass, float rate) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        if (me.Class == Sort.Second)
            return;
        me.Float += byClass[(int)me.Class] * rate;
        me.OtherFloat = me.Class switch { Sort.First => me.OtherFloat, Sort.Third => me.Mood, _ => 3 };
        if (me.Class == Sort.Fourth && me.Bool)
            me.Int = 4;
    }
}

[MustVectorise]
internal readonly partial struct Effects(Everything people, float line) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float = me.Mood * 2;
        if (me.Mood > line && me.Bool)
        {
            people.Left[me.Row] += 1; // by another name
            me.Int = 17;
            return;
        }
        me.Byte++;
        switch (me.Sort)
        {
            case Sort.Second when me.OtherBool:
                people.Left[me.Row] = 3;
                break;
            case Sort.Third:
                me.Short = 5;
                break;
        }
    }
}
