using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Blocks;

/// <content>
/// Draws: the words of all rows are drawn in bulk, whoever asks for them, because they are keyed and no state goes on; what is
/// made of them are formulas. Arguments at which a draw throws are left to the text for one agent.
/// </content>
internal sealed partial class Trace
{
    private ITypeSymbol Double => compilation.GetSpecialType(SpecialType.System_Double);

    private ITypeSymbol Single => compilation.GetSpecialType(SpecialType.System_Single);

    private Node Draw(StreamValue stream, IInvocationOperation operation)
    {
        if (stream.Taken < 0)
            throw new Unsupported(operation.Syntax, "how many words were taken before depends on the agent");
        var taken = stream.Taken;
        var values = InOrder(operation);
        var drawn = Drawn(operation, values, () => Word(stream.Purpose, taken++, operation.Syntax));
        var variable = operation.Instance switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => (ISymbol?)null,
        };
        if (variable != null)
            bindings.Locals[Alias(variable)] = new StreamValue(stream.Purpose, taken);
        return drawn;
    }

    private Node Drawn(IInvocationOperation operation, Value[] values, Func<Node> word)
    {
        switch (operation.TargetMethod.Name, values.Length)
        {
            case ("Word", 0):
                return word();
            case ("UniformSingle", 0):
                return Formula(LaneType.Float, Single, "(Vector.ConvertToSingle(Vector.AsVectorInt32({0} >>> 8)) * (1f / (1 << 24)))", word());
            case ("SymmetricSingle", 0):
                return Formula(LaneType.Float, Single, "(Vector.ConvertToSingle(Vector.AsVectorInt32(({0} >>> 8) | Vector<uint>.One) - new Vector<int>(1 << 23)) * (1f / (1 << 23)))", word());
            case ("Uniform", 0):
                return Between(word(), word());
            case ("Normal", 0):
                return Normal(Open(word(), word()), operation);
            case ("NormalSingle", 0):
                var open = Formula(Shape.Widen, LaneType.Double, Double, "((Vector.ConvertToDouble(Vector.AsVectorInt64({0})) + new Vector<double>(0.5)) * (1.0 / (1L << 32)))", word());
                return Formula(Shape.Narrow, LaneType.Float, Single, "Vector.Narrow({0}, {1})", Normal(open, operation));
            case ("Normal", 2):
                var (mean, deviation) = (Lanes(values[0], operation.Syntax), Lanes(values[1], operation.Syntax));
                Require(Mask("({0} & {1})", AtLeastZero(deviation), Mask("({0} & {1})", IsFinite(deviation), IsFinite(Formula(LaneType.Double, Double, "Vector.Abs({0})", mean)))));
                return Formula(LaneType.Double, Double, "({0} + {1})", mean, Formula(LaneType.Double, Double, "({0} * {1})", deviation, Normal(Open(word(), word()), operation)));
            case ("Exponential", 1):
                var rate = Lanes(values[0], operation.Syntax);
                Require(Mask("({0} & {1})", Compare(">", rate, Number(0)), IsFinite(rate)));
                var wait = Formula(LaneType.Double, Double, "(-global::Agents.Numerics.Functions.Log(Vector<double>.One - {0}))", Open(word(), word()));
                return Formula(LaneType.Double, Double, "({0} / {1})", wait, rate);
            case ("Chance", 1):
                var probability = Lanes(values[0], operation.Syntax);
                Require(Mask("({0} & {1})", AtLeastZero(probability), Compare("<=", probability, Number(1))));
                return Compare("<", Between(word(), word()), probability);
            case ("Below", 1):
                return Below(Lanes(values[0], operation.Syntax), word());
        }
        throw new Unsupported(operation.Syntax, $"how many words {operation.TargetMethod.Name} takes is not known beforehand");
    }

    private Node Below(Node most, Node word)
    {
        // A word that would favour some numbers is drawn again by the text for one agent: one of four thousand million times most.
        Require(Compare(">=", most, Lanes(Constant(1, Int), null)));
        Leave(Mask("global::Agents.BlockForms.MayBeRejected({0}, {1})", word, most));
        return Formula(LaneType.Int, Int, "global::Agents.BlockForms.Below({0}, {1})", word, most);
    }

    private Node Between(Node first, Node second) =>
        Formula(Shape.Widen, LaneType.Double, Double, "(Vector.ConvertToDouble(Vector.AsVectorInt64((({0} >>> 5) << 26) | ({1} >>> 6))) * (1.0 / (1L << 53)))", first, second);

    private Node Open(Node first, Node second) =>
        Formula(Shape.Widen, LaneType.Double, Double, "((Vector.ConvertToDouble(Vector.AsVectorInt64((({0} >>> 6) << 26) | ({1} >>> 6))) + new Vector<double>(0.5)) * (1.0 / (1L << 52)))", first, second);

    private Node Normal(Node open, IOperation operation) => Make(new Call(CallKind.Bulk, "global::Agents.Numerics.Functions.NormalQuantile({out});")
    {
        Arguments = [new Argument(open, Double)],
        Results = [Double],
        IsInPlace = true,
        Source = Short(operation.Syntax),
    })[0];

    private Node Word(string purpose, int number, SyntaxNode at)
    {
        var type = compilation.GetSpecialType(SpecialType.System_UInt32);
        var words = Make(new Call(CallKind.Bulk, $"global::Agents.Random.Draws.FillWords(block.Ids.Slice(0, rows), population.Model.Seed, block.Moment, {purpose}, {number / 4}, {{outs}});")
        {
            Results = [type, type, type, type],
            Source = Short(at),
        });
        return words[number % 4];
    }

    private Node Number(double value) => Lanes(Constant(value, Double), null);

    private Node AtLeastZero(Node node) => Compare(">=", node, Number(0));

    private Node IsFinite(Node magnitude) => Compare("<=", magnitude, Number(double.MaxValue));

    /// <summary>Lanes for which a condition does not hold are left to the text for one agent, which says why it throws.</summary>
    private void Require(Node condition) => Leave(Mask("~{0}", condition));

    private void Leave(Node mask) => Leave(new Path(path.Uniform, path.Lanes == null ? mask : Mask("({0} & {1})", path.Lanes, mask)));
}
