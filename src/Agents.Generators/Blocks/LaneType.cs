using Microsoft.CodeAnalysis;

namespace Agents.Generators.Blocks;

/// <summary>
/// As what a value lies in the lanes of vectors. All have as many lanes as a vector of 32 bits each, so that types of 64 bits
/// take two vectors; smaller ones are widened to 32 bits.
/// </summary>
internal enum LaneType
{
    /// <summary>Single precision.</summary>
    Float,

    /// <summary>Whole numbers of at most 32 bits, and enumerations.</summary>
    Int,

    /// <summary>Whole numbers of 32 bits without sign.</summary>
    UInt,

    /// <summary>True and false: all bits of 32, or none.</summary>
    Mask,

    /// <summary>Double precision, in two vectors.</summary>
    Double,

    /// <summary>Whole numbers of 64 bits, in two vectors.</summary>
    Long,

    /// <summary>Whole numbers of 64 bits without sign, in two vectors.</summary>
    ULong,
}

/// <summary>How types of C# lie in lanes.</summary>
internal static class LaneTypes
{
    /// <summary>True where a value takes two vectors.</summary>
    public static bool IsPair(this LaneType type) => type >= LaneType.Double;

    /// <summary>The element type of the vector.</summary>
    public static string Element(this LaneType type) => type switch
    {
        LaneType.Float => "float",
        LaneType.Double => "double",
        LaneType.UInt => "uint",
        LaneType.Long => "long",
        LaneType.ULong => "ulong",
        _ => "int",
    };

    /// <summary>The vector type.</summary>
    public static string Vector(this LaneType type) => $"Vector<{type.Element()}>";

    /// <summary>In what a type lies in lanes.</summary>
    /// <exception cref="Unsupported">It has no lanes.</exception>
    public static LaneType Of(ITypeSymbol type, SyntaxNode? at) =>
        TryOf(type) ?? throw new Unsupported(at, $"a value of type {type.ToDisplayString()} has no lanes");

    /// <summary>In what a type lies in lanes, or null.</summary>
    public static LaneType? TryOf(ITypeSymbol type) => Plain(type).SpecialType switch
    {
        SpecialType.System_Single => LaneType.Float,
        SpecialType.System_Double => LaneType.Double,
        SpecialType.System_Boolean => LaneType.Mask,
        SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte or SpecialType.System_SByte => LaneType.Int,
        SpecialType.System_UInt32 => LaneType.UInt,
        SpecialType.System_Int64 => LaneType.Long,
        SpecialType.System_UInt64 => LaneType.ULong,
        _ => null,
    };

    /// <summary>Bytes of a value in a column.</summary>
    public static int Size(ITypeSymbol type) => Plain(type).SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte => 1,
        SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Double or SpecialType.System_Int64 or SpecialType.System_UInt64 => 8,
        _ => 4,
    };

    /// <summary>True for the small types whose values may be negative.</summary>
    public static bool IsSigned(ITypeSymbol type) => Plain(type).SpecialType is SpecialType.System_SByte or SpecialType.System_Int16;

    /// <summary>An enumeration's numbers, or the type itself.</summary>
    public static ITypeSymbol Plain(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } numbers } ? numbers : type;

    /// <summary>The type's name as any file can write it.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
