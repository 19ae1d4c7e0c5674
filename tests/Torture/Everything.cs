using Agents;
using Agents.Random;
using Agents.Spaces;

namespace Torture;

/// <summary>An enumeration of bytes.</summary>
public enum Sort : byte
{
    /// <summary>The first.</summary>
    First,

    /// <summary>The second.</summary>
    Second,

    /// <summary>The third.</summary>
    Third,

    /// <summary>The fourth.</summary>
    Fourth,
}

/// <summary>Flags in a byte.</summary>
[Flags]
public enum Marks : byte
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>One flag.</summary>
    One = 1,

    /// <summary>Another.</summary>
    Two = 2,

    /// <summary>The sign bit.</summary>
    High = 128,
}

/// <summary>An enumeration of whole numbers, some negative.</summary>
public enum Level
{
    /// <summary>Below.</summary>
    Low = -3,

    /// <summary>Between.</summary>
    Middle = 0,

    /// <summary>Far above.</summary>
    High = 1_000_000,
}

/// <summary>A model whose only population has columns of every type.</summary>
public sealed class TortureModel : Model
{
    /// <summary>Rows, more than four blocks of them.</summary>
    public const int Rows = 4_200;

    /// <summary>Makes it.</summary>
    /// <param name="rows">Rows.</param>
    public TortureModel(int rows = Rows)
        : base(Seed.Of(7))
    {
        Everything = new Everything(this, rows);
        Network = Network.RegularIn(Seed, new Purpose(1009), rows, Math.Min(4, rows - 1));
        Active = new NeighbourCount(Network);
        for (var row = 0; row < rows; row++)
        {
            // Runs of uneven length.
            Everything.Class.Initial[row] = (Sort)(row / 97 % 4);
            Everything.Sort[row] = (Sort)(row % 4);
            Everything.Int[row] = row % 13 - 4;
            Everything.Float[row] = row % 17 * 0.25f - 1;
            Everything.OtherFloat[row] = row % 5;
            Everything.Double[row] = row % 11 * 0.1;
        }
    }

    /// <summary>All its agents.</summary>
    public Everything Everything { get; }

    /// <summary>Who knows whom.</summary>
    public Network Network { get; }

    /// <summary>How many acquaintances vote.</summary>
    public NeighbourCount Active { get; }

    /// <inheritdoc/>
    protected override void Step()
    {
    }
}

/// <summary>Agents with columns of every type and kind.</summary>
public sealed class Everything : Population
{
    /// <summary>A purpose.</summary>
    public static readonly Purpose One = new(1001);

    /// <summary>Another.</summary>
    public static readonly Purpose Two = new(1002);

    internal Everything(Model model, int count)
        : base(model, "everything", count)
    {
        (Float, OtherFloat, Double, OtherDouble) = (Private<float>(), Private<float>(), Private<double>(), Private<double>());
        (Int, OtherInt, UInt, OtherUInt) = (Private<int>(), Private<int>(), Private<uint>(), Private<uint>());
        (Long, OtherLong, ULong, OtherULong) = (Private<long>(), Private<long>(), Private<ulong>(), Private<ulong>());
        (Short, UShort, Byte, SByte) = (Private<short>(), Private<ushort>(), Private<byte>(), Private<sbyte>());
        (Bool, OtherBool) = (Private<bool>(), Private<bool>());
        (Sort, Marks, Level) = (Private<Sort>(), Private<Marks>(), Private<Level>());
        (Mood, Tally, Vote, Truth, Weight) = (State<float>(), State<int>(), State<byte>(), State<bool>(), State<double>());
        (Birth, Class, Left) = (Trait<float>(), Trait<Sort>(), Scratch<float>());
    }

#pragma warning disable CS1591 // named by their types
    public Private<float> Float { get; }

    public Private<float> OtherFloat { get; }

    public Private<double> Double { get; }

    public Private<double> OtherDouble { get; }

    public Private<int> Int { get; }

    public Private<int> OtherInt { get; }

    public Private<uint> UInt { get; }

    public Private<uint> OtherUInt { get; }

    public Private<long> Long { get; }

    public Private<long> OtherLong { get; }

    public Private<ulong> ULong { get; }

    public Private<ulong> OtherULong { get; }

    public Private<short> Short { get; }

    public Private<ushort> UShort { get; }

    public Private<byte> Byte { get; }

    public Private<sbyte> SByte { get; }

    public Private<bool> Bool { get; }

    public Private<bool> OtherBool { get; }

    public Private<Sort> Sort { get; }

    public Private<Marks> Marks { get; }

    public Private<Level> Level { get; }

    public State<float> Mood { get; }

    public State<int> Tally { get; }

    public State<byte> Vote { get; }

    public State<bool> Truth { get; }

    public State<double> Weight { get; }

    public Trait<float> Birth { get; }

    [InRuns]
    public Trait<Sort> Class { get; }

    public Scratch<float> Left { get; }
#pragma warning restore CS1591
}
