using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>Whose row a number is, seen from a rule.</summary>
internal enum RowOwner
{
    /// <summary>The agent's own.</summary>
    Self,

    /// <summary>A parameter, say: nothing is known.</summary>
    Unknown,

    /// <summary>The same for all agents.</summary>
    Constant,

    /// <summary>Another agent's, for all that can be seen.</summary>
    Other,
}

/// <summary>Finds out whose row a number is.</summary>
internal static class RowOwnership
{
    /// <summary>
    /// Whose row a number is: me.Row, and locals that are nothing else, are the agent's own; what the rule was made with is the same
    /// for all.
    /// </summary>
    public static RowOwner Of(IOperation row, Framework framework, int depth = 0) => row.Unconverted() switch
    {
        { ConstantValue.HasValue: true } => RowOwner.Constant,
        IPropertyReferenceOperation { Property.Name: "Row", Instance.Type: var type } when framework.IsAgent(type) || framework.IsPending(type) => RowOwner.Self,
        IParameterReferenceOperation parameter => parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? RowOwner.Other : RowOwner.Unknown,
        ILocalReferenceOperation local => depth > 3 ? RowOwner.Unknown : Of(local, framework, depth + 1),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => Worse(Of(choice.WhenTrue, framework, depth), Of(whenFalse, framework, depth)),
        IBinaryOperation sum => Of(sum, framework, depth),
        _ => RowOwner.Other,
    };

    // What is reckoned from me.Row is a neighbour; of what is reckoned from a parameter nothing is known.
    private static RowOwner Of(IBinaryOperation sum, Framework framework, int depth)
    {
        var (left, right) = (Of(sum.LeftOperand, framework, depth), Of(sum.RightOperand, framework, depth));
        return left == RowOwner.Unknown || right == RowOwner.Unknown ? RowOwner.Unknown : RowOwner.Other;
    }

    // All that a local is ever given; what stands for "none yet" does not count.
    private static RowOwner Of(ILocalReferenceOperation reference, Framework framework, int depth)
    {
        IOperation body = reference;
        while (body.Parent is not null)
            body = body.Parent;
        var owner = RowOwner.Constant;
        var isGiven = false;
        foreach (var value in body.Descendants().Select(one => GivenTo(reference.Local, one)).OfType<IOperation>())
        {
            owner = isGiven ? Worse(owner, Of(value, framework, depth)) : Of(value, framework, depth);
            isGiven = true;
        }
        return isGiven ? owner : RowOwner.Other; // of a loop, a pattern or an out argument
    }

    private static IOperation? GivenTo(ILocalSymbol local, IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator when Framework.Is(declarator.Symbol, local) => declarator.GetVariableInitializer()?.Value,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Framework.Is(target.Local, local) => assignment.Value,
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } when Framework.Is(target.Local, local) => operation,
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target } when Framework.Is(target.Local, local) => operation,
        _ => null,
    };

    private static RowOwner Worse(RowOwner one, RowOwner other) =>
        one == RowOwner.Constant ? other : other == RowOwner.Constant ? one : one > other ? one : other;
}
