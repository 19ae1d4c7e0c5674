namespace Agents.Generators.Tests.Fuzzing;

/// <summary>Writes expressions of a type. None is a constant, so that the compiler objects to no division and no overflow.</summary>
/// <param name="random">The rule's.</param>
/// <param name="locals">Variables in scope.</param>
/// <param name="helper">Writes a method of a type and a call of it; null where none is wanted.</param>
internal sealed class ExpressionWriter(System.Random random, List<(string Type, string Name)> locals, Func<string, string>? helper)
{
    private int patterns;

    /// <summary>True within a method that knows neither the agent nor the rule.</summary>
    public bool IsStatic { get; init; }

    /// <summary>True where a stream of draws is in scope.</summary>
    public bool HasDraws { get; init; }

    /// <summary>An expression.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="depth">0 for a name.</param>
    public string Of(string type, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
            return Name(type);
        switch (random.Next(12))
        {
            case 0:
                return $"({Of("bool", depth - 1)} ? {Of(type, depth - 1)} : {Perhaps(type, depth - 1)})";
            case 1 when HasDraws && type == "float":
                return $"draws.{One("UniformSingle", "SymmetricSingle")}()";
            case 1:
                return Switch(type, depth - 1);
            case 2 when helper != null && depth > 1:
                return helper(type);
            case 3 or 4 when type != "bool":
                return Cast(type, depth - 1);
        }
        return type switch
        {
            "bool" => Bool(depth - 1),
            "float" or "double" => Real(type, depth - 1),
            "Sort" or "Level" => random.Next(2) == 0 ? $"({Of(type, depth - 1)} {One("+", "-")} {random.Next(1, 3)})" : Cast(type, depth - 1),
            "Marks" => random.Next(3) == 0 ? $"(~{Of(type, depth - 1)})" : $"({Of(type, depth - 1)} {One("&", "|", "^")} {Perhaps(type, depth - 1)})",
            _ => Whole(type, depth - 1),
        };
    }

    private string Name(string type)
    {
        var names = locals.Where(local => local.Type == type).Select(local => local.Name).ToList();
        if (names.Count > 0 && (IsStatic || random.Next(2) == 0))
            return names[random.Next(names.Count)];
        if (!IsStatic)
            names = [.. names, .. Words.Own.Concat(Words.ReadOnly).Concat(random.Next(4) == 0 ? Words.Pending : []).Where(column => column.Type == type).Select(column => column.Name)];
        if (names.Count > 0)
            return names[random.Next(names.Count)];
        // A parameter of another type.
        var (other, name) = locals[random.Next(locals.Count)];
        return other == "bool" ? type == "bool" ? name : $"({name} ? {First(type)} : {Second(type)})"
            : type == "bool" ? $"({name} == {Words.Constants(other)[1]})"
            : $"unchecked(({type}){name})";
    }

    private static string First(string type) => Words.Constants(type)[0];

    private static string Second(string type) => Words.Constants(type)[1];

    /// <summary>An expression, or sometimes a constant.</summary>
    private string Perhaps(string type, int depth) => random.Next(3) == 0 ? One(Words.Constants(type)) : Of(type, depth);

    private string Cast(string type, int depth)
    {
        var from = One([.. Words.Types.Where(one => one is not "bool" && one != type)]);
        return $"(({type}){Of(from, depth)})";
    }

    private string Real(string type, int depth)
    {
        var (x, library) = (Of(type, depth), type == "float" ? "MathF" : "Math");
        return random.Next(14) switch
        {
            < 6 => $"({x} {One("+", "-", "*", "/")} {(random.Next(2) == 0 ? Of(One(Words.Widening(type)), depth) : Perhaps(type, depth))})",
            6 => $"(-{x})",
            7 => $"{library}.{One("Min", "Max")}({x}, {Perhaps(type, depth)})",
            8 => $"{library}.{One("Sqrt", "Abs", "Floor", "Ceiling", "Truncate", "Round")}({x})",
            9 => $"Math.Clamp({x}, {(type == "float" ? "-1f, 2f" : "-0.5, 1.0")})",
            10 => $"Functions.{One("Exp", "Log", "Logistic", "NormalCdf")}({x})",
            11 when type == "float" => $"Functions.Within({x}, 0, 1)",
            12 when !IsStatic => type == "float" ? $"people.Mood[{Of("int", depth)} & 63]" : $"people.Weight[{Of("byte", depth)} & 63]",
            _ => $"({x} % {Perhaps(type, depth)})",
        };
    }

    private string Whole(string type, int depth)
    {
        var x = Of(type, depth);
        var cast = Words.IsSmall(type) ? $"({type})" : "";
        switch (random.Next(12))
        {
            case < 5:
                return $"({cast}({x} {One("+", "-", "*", "&", "|", "^")} {(random.Next(2) == 0 && cast.Length == 0 ? Of(One(Words.Widening(type)), depth) : Perhaps(type, depth))}))";
            case 5:
                return $"({cast}({x} {One("<<", ">>", ">>>")} {(random.Next(2) == 0 ? $"{random.Next(70)}" : Of("int", depth))}))";
            case 6:
                return $"({cast}(~{x}))";
            case 7 when type != "ulong":
                return type == "uint" ? $"((uint)-{x})" : $"({cast}(-{x}))";
            case 8:
                return $"Math.{One("Min", "Max")}({x}, {Perhaps(type, depth)})";
            case 9:
                var by = Of(type, depth);
                return $"({by} is > 0 ? ({type})({x} {One("/", "%")} {by}) : {Perhaps(type, depth)})";
            case 10 when type == "int" && !IsStatic:
                return $"table[{x} & 15]";
            case 11:
                return $"({cast}({x} {One("/", "%")} {Words.Constants(type)[random.Next(2) == 0 ? 1 : 3 % Words.Constants(type).Length]}))".Replace("/ 0)", "/ 3)", StringComparison.Ordinal);
            default:
                return $"({cast}({x} + {Of(type, depth)}))";
        }
    }

    private string Bool(int depth)
    {
        switch (random.Next(9))
        {
            case < 3:
                var type = One(Words.Types);
                return type is "bool" ? $"({Of(type, depth)} {One("==", "!=")} {Of(type, depth)})"
                    : $"({Of(type, depth)} {One("==", "!=", "<", "<=", ">", ">=")} {Perhaps(type, depth)})";
            case 3 when HasDraws:
                return $"({Of("bool", depth)} {One("&&", "||")} draws.Chance(0.5))";
            case 3:
                return $"({Of("bool", depth)} && {Of("bool", depth)})";
            case 4:
                return $"({Of("bool", depth)} || {Of("bool", depth)})";
            case 5:
                return $"(!{Of("bool", depth)})";
            case 6:
                return $"({Of("bool", depth)} {One("&", "|", "^")} {Perhaps("bool", depth)})";
            case 7:
                var real = One("float", "double");
                return $"{real}.IsNaN({Of(real, depth)})";
            default:
                return Pattern(depth);
        }
    }

    private string Pattern(int depth)
    {
        var type = One([.. Words.Types.Where(one => one != "bool" && one != "Marks")]);
        var (first, second) = (One(Words.Constants(type)), One(Words.Constants(type)));
        if (Words.IsEnum(type) || first.Contains("NaN", StringComparison.Ordinal) || second.Contains("NaN", StringComparison.Ordinal))
            return first == second ? $"({Of(type, depth)} is not {first})" : $"({Of(type, depth)} is {first} or {second})";
        return random.Next(2) == 0 ? $"({Of(type, depth)} is > {Words.Constants(type)[1]})" : $"({Of(type, depth)} is not {first})";
    }

    private string Switch(string type, int depth)
    {
        var on = One("Sort", "int", "float", "long", "sbyte");
        var constants = Words.Constants(on).Where(one => !one.Contains("-0", StringComparison.Ordinal)).OrderBy(_ => random.Next()).Take(2).ToList();
        var guard = random.Next(3) == 0 ? $" when {Of("bool", depth)}" : "";
        var other = random.Next(3) == 0 && Words.Types.Contains(on) && on == type ? $"var p{patterns} => p{patterns++}" : $"_ => {Of(type, depth)}";
        return $"({Of(on, depth)} switch {{ {constants[0]}{guard} => {Of(type, depth)}, {constants[1]} => {Perhaps(type, depth)}, {other} }})";
    }

    private string One(params string[] among) => among[random.Next(among.Length)];
}
