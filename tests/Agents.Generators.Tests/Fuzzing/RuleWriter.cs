using System.Text;

namespace Agents.Generators.Tests.Fuzzing;

/// <summary>Writes a rule that compiles, whatever it does: statements over all columns, with branches, draws, helpers and effects.</summary>
internal sealed class RuleWriter
{
    private readonly System.Random random;
    private readonly ExpressionWriter expressions;
    private readonly StringBuilder text = new();
    private readonly StringBuilder methods = new();
    private readonly List<(string Type, string Name)> locals = [];
    private readonly bool draws;

    // Most are: a compiler takes its time.
    private readonly bool isSmall;
    private int names;
    private int indent = 2;

    private RuleWriter(int seed)
    {
        random = new System.Random(seed);
        draws = random.Next(3) == 0;
        isSmall = random.Next(10) != 0;
        expressions = new ExpressionWriter(random, locals, Helper) { HasDraws = draws };
    }

    /// <summary>A rule's name.</summary>
    public static string Name(int seed) => $"Rule{seed}";

    /// <summary>A rule; equal seeds give equal ones.</summary>
    public static string Write(int seed) => new RuleWriter(seed).Rule(seed);

    private string Rule(int seed)
    {
        if (draws)
            Line($"var draws = me.Draws(Everything.{(random.Next(2) == 0 ? "One" : "Two")});");
        for (var i = isSmall ? random.Next(0, 3) : random.Next(2, 6); i > 0; i--)
            Statement(isSmall ? 1 : 2, isTop: true);
        Store();
        return $$"""
            public readonly partial struct {{Name(seed)}}(float rate, double share, int most, bool isOn, Sort fallen, int[] table, Everything people) : IRule<Everything>
            {
                public void Step(Agent<Everything> me)
                {
            {{text}}    }
            {{methods}}}

            """;
    }

    private void Statement(int depth, bool isTop = false)
    {
        switch (random.Next(depth > 0 ? 18 : 10))
        {
            case < 4:
                Store();
                break;
            case 4:
                Compound();
                break;
            case 5:
                Step();
                break;
            case 6 or 7:
                Declare();
                break;
            case 8:
                if (draws && (isTop || random.Next(3) == 0))
                    Draw();
                else if (locals.Count > 0)
                    Assign();
                break;
            case 9:
                Rare();
                break;
            case < 14:
                If(depth);
                break;
            case 14:
                Line($"if ({expressions.Of("bool", 2)})");
                Line("    return;");
                break;
            case 15:
                Loop();
                break;
            case 16:
                Swap();
                break;
            default:
                Switch(depth);
                break;
        }
    }

    private void Store()
    {
        var (type, name) = random.Next(4) == 0 ? One(Words.Pending) : One(Words.Own);
        Line($"{name} = {expressions.Of(type, random.Next(1, isSmall ? 3 : 4))};");
    }

    private void Compound()
    {
        var (type, name) = random.Next(5) == 0 ? One(Words.Pending) : One(Words.Own);
        var sign = type switch
        {
            "bool" or "Marks" => One("&=", "|=", "^="),
            "Sort" or "Level" => "+=",
            "float" or "double" => One("+=", "-=", "*=", "/="),
            _ => One("+=", "-=", "*=", "&=", "|=", "^=", "<<=", ">>=", ">>>="),
        };
        var right = sign.Contains("<<", StringComparison.Ordinal) || sign.Contains(">>", StringComparison.Ordinal) ? random.Next(2) == 0 ? $"{random.Next(70)}" : expressions.Of("int", 1)
            : type is "Sort" or "Level" ? $"{random.Next(3)}" : expressions.Of(type, 2);
        Line($"{name} {sign} {right};");
    }

    private void Step()
    {
        var (_, name) = One([.. Words.Own.Where(column => column.Type is not ("bool" or "Marks"))]);
        Line(random.Next(2) == 0 ? $"{name}{One("++", "--")};" : $"{One("++", "--")}{name};");
    }

    private void Declare()
    {
        var type = One(Words.Types);
        var value = random.Next(4) == 0 ? One(Words.Constants(type)) : expressions.Of(type, 2);
        locals.Add((type, $"x{names}"));
        Line($"{type} x{names++} = {value};");
    }

    private void Assign()
    {
        var (type, name) = locals[random.Next(locals.Count)];
        Line($"{name} = {expressions.Of(type, 2)};");
    }

    private void Draw()
    {
        var (type, call) = One([("float", "UniformSingle()"), ("float", "SymmetricSingle()"), ("float", "NormalSingle()"), ("double", "Uniform()"), ("double", "Normal()"), ("uint", "Word()"),
            ("bool", "Chance(0.3)"), ("double", "Exponential(2)"), ("int", "Below(10)"), ("int", "Below(1 + me.Byte)"), ("bool", $"Chance({expressions.Of("double", 1)})")]);
        locals.Add((type, $"x{names}"));
        Line($"{type} x{names++} = draws.{call};");
    }

    // An effect, or an exception, which only some agents come to.
    private void Rare()
    {
        if (random.Next(3) != 0)
            return;
        Line($"if ({expressions.Of("bool", 1)} && {expressions.Of("bool", 1)})");
        Line(random.Next(4) == 0 ? "    throw new InvalidOperationException($\"Agent {me.Id}\");" : $"    people.Left[me.Row] = {expressions.Of("float", 1)};");
    }

    private void If(int depth)
    {
        Line($"if ({expressions.Of("bool", 2)})");
        Body(depth);
        if (random.Next(2) == 0)
            return;
        Line("else");
        Body(depth);
    }

    private void Body(int depth)
    {
        var known = locals.Count;
        Line("{");
        indent++;
        for (var i = random.Next(1, 3); i > 0; i--)
            Statement(depth - 1);
        if (random.Next(6) == 0)
            Line("return;");
        indent--;
        Line("}");
        locals.RemoveRange(known, locals.Count - known);
    }

    private void Switch(int depth)
    {
        var type = One("Sort", "int", "byte", "float", "Level");
        Line($"switch ({expressions.Of(type, 1)})");
        Line("{");
        indent++;
        foreach (var constant in Words.Constants(type).Where(constant => !constant.Contains("-0", StringComparison.Ordinal)).OrderBy(_ => random.Next()).Take(random.Next(1, 3)))
        {
            Line($"case {constant}{(random.Next(3) == 0 ? $" when {expressions.Of("bool", 1)}" : "")}:");
            Body(depth);
            Line("    break;");
        }
        if (random.Next(2) == 0)
        {
            Line("default:");
            Body(depth);
            Line("    break;");
        }
        indent--;
        Line("}");
    }

    private void Loop()
    {
        var (total, at) = ($"x{names++}", $"x{names++}");
        var type = One("int", "float", "double");
        Line($"{type} {total} = {expressions.Of(type, 1)};");
        Line($"for (var {at} = 0; {at} < {random.Next(1, 4)}; {at}++)");
        Line($"    {total} += {(random.Next(2) == 0 ? at : $"people.Tally[(me.Row + {at}) % people.Count]")};");
        locals.Add((type, total));
    }

    private void Swap()
    {
        var type = One("float", "int", "ulong");
        Line($"({One(Words.Own, type)}, {One(Words.Own, type)}) = ({expressions.Of(type, 1)}, {expressions.Of(type, 1)});");
    }

    /// <summary>A method of the rule, and a call of it.</summary>
    private string Helper(string type)
    {
        var name = $"Made{names++}";
        var (first, second) = (One(Words.Types), One(Words.Types));
        var inner = new List<(string, string)> { (first, "x"), (second, "y") };
        var own = new ExpressionWriter(random, inner, null) { IsStatic = true };
        var isLong = random.Next(2) == 0;
        methods.Append($"\n    private static {type} {name}({first} x, {second} y){(isLong ? "\n    {\n" : $" => {own.Of(type, 2)};\n")}");
        if (isLong)
        {
            methods.Append($"        if ({own.Of("bool", 1)})\n            return {own.Of(type, 1)};\n        x = {own.Of(first, 1)};\n");
            methods.Append($"        return {own.Of(type, 2)};\n    }}\n");
        }
        return $"{name}({expressions.Of(first, 1)}, {expressions.Of(second, 1)})";
    }

    private (string Type, string Name) One((string Type, string Name)[] among) => among[random.Next(among.Length)];

    private string One((string Type, string Name)[] among, string type) => One([.. among.Where(one => one.Type == type)]).Name;

    private string One(params string[] among) => among[random.Next(among.Length)];

    private void Line(string line) => text.Append(' ', 4 * indent).Append(line).Append('\n');
}
