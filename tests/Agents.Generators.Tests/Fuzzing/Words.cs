namespace Agents.Generators.Tests.Fuzzing;

/// <summary>The types of the grammar, and what can be done with them.</summary>
internal static class Words
{
    /// <summary>Types of numbers.</summary>
    public static readonly string[] Numbers = ["float", "double", "int", "uint", "long", "ulong", "short", "ushort", "byte", "sbyte"];

    /// <summary>All types.</summary>
    public static readonly string[] Types = [.. Numbers, "bool", "Sort", "Marks", "Level"];

    /// <summary>Columns that are written in place.</summary>
    public static readonly (string Type, string Name)[] Own =
    [
        ("float", "me.Float"), ("float", "me.OtherFloat"), ("float", "me.Left"), ("double", "me.Double"), ("double", "me.OtherDouble"), ("int", "me.Int"), ("int", "me.OtherInt"),
        ("uint", "me.UInt"), ("uint", "me.OtherUInt"), ("long", "me.Long"), ("long", "me.OtherLong"), ("ulong", "me.ULong"), ("ulong", "me.OtherULong"),
        ("short", "me.Short"), ("ushort", "me.UShort"), ("byte", "me.Byte"), ("sbyte", "me.SByte"), ("bool", "me.Bool"), ("bool", "me.OtherBool"),
        ("Sort", "me.Sort"), ("Marks", "me.Marks"), ("Level", "me.Level"),
    ];

    /// <summary>Pending values.</summary>
    public static readonly (string Type, string Name)[] Pending = [("float", "me.Next.Mood"), ("int", "me.Next.Tally"), ("byte", "me.Next.Vote"), ("bool", "me.Next.Truth"), ("double", "me.Next.Weight")];

    /// <summary>What else a rule reads: committed values, traits and its own parameters.</summary>
    public static readonly (string Type, string Name)[] ReadOnly =
    [
        ("float", "me.Mood"), ("int", "me.Tally"), ("byte", "me.Vote"), ("bool", "me.Truth"), ("double", "me.Weight"), ("float", "me.Birth"), ("Sort", "me.Class"), ("int", "me.Row"), ("uint", "me.Id"),
        ("float", "rate"), ("double", "share"), ("int", "most"), ("bool", "isOn"), ("Sort", "fallen"),
    ];

    /// <summary>Constants, for the right side of what is none.</summary>
    public static string[] Constants(string type) => type switch
    {
        "float" => ["0f", "1f", "-0f", "0.5f", "3e38f", "1e-40f", "float.NaN", "float.PositiveInfinity", "-7.25f"],
        "double" => ["0.0", "1.0", "-0.0", "0.1", "1e308", "double.NaN", "double.NegativeInfinity", "-3.5"],
        "int" => ["0", "1", "-1", "7", "255", "int.MaxValue", "int.MinValue", "65536"],
        "uint" => ["0u", "1u", "7u", "uint.MaxValue", "0x80000000u"],
        "long" => ["0L", "1L", "-1L", "long.MaxValue", "long.MinValue", "4294967296L"],
        "ulong" => ["0UL", "1UL", "ulong.MaxValue", "0x8000000000000000UL", "10UL"],
        "short" => ["(short)0", "(short)-1", "short.MaxValue", "short.MinValue"],
        "ushort" => ["(ushort)0", "(ushort)1", "ushort.MaxValue"],
        "byte" => ["(byte)0", "(byte)1", "(byte)128", "byte.MaxValue"],
        "sbyte" => ["(sbyte)0", "(sbyte)-1", "sbyte.MinValue", "sbyte.MaxValue"],
        "bool" => ["true", "false"],
        "Sort" => ["Sort.First", "Sort.Second", "Sort.Third", "Sort.Fourth"],
        "Marks" => ["Marks.None", "Marks.One", "Marks.Two", "Marks.High"],
        _ => ["Level.Low", "Level.Middle", "Level.High"],
    };

    /// <summary>Types that C# turns into this one in a sum without a word.</summary>
    public static string[] Widening(string type) => type switch
    {
        "float" => ["float", "float", "float", "int", "long", "byte", "short", "uint"],
        "double" => ["double", "double", "float", "int", "uint", "long", "ulong", "sbyte"],
        "int" => ["int", "int", "short", "ushort", "byte", "sbyte"],
        "uint" => ["uint", "uint", "ushort", "byte"],
        "long" => ["long", "long", "int", "uint", "byte", "sbyte"],
        "ulong" => ["ulong", "ulong", "uint", "byte"],
        _ => [type],
    };

    /// <summary>True for whole numbers.</summary>
    public static bool IsWhole(string type) => Numbers.Contains(type) && type is not ("float" or "double");

    /// <summary>True where C# counts in int instead.</summary>
    public static bool IsSmall(string type) => type is "short" or "ushort" or "byte" or "sbyte";

    /// <summary>True for enumerations.</summary>
    public static bool IsEnum(string type) => type is "Sort" or "Marks" or "Level";
}
