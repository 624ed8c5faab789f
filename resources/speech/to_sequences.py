"""Rewrites Silero VAD's graph, weights unchanged, so that it scores many frames in one call.

The published graph takes one frame a call: it sorts the recurrent layer's weights anew for each, and a runtime spends more
time between the operators than in them. Only the recurrent layer needs the frame before; here the others see all frames at
once, as one multiplication of matrices each, and ONNX's own LSTM goes through them.

    python3 to_sequences.py silero_vad_16k_op15.onnx silero_vad_16k.onnx

Needs the `onnx` package (Debian: python3-onnx).
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CONTEXT_AND_FRAME = 64 + 512
HOP = 128
BINS = 129
UNITS = 128

published = onnx.load(sys.argv[1])
weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in published.graph.initializer}


def by_gate(name):
    """PyTorch has input, forget, cell, output; ONNX has input, output, forget, cell."""
    given, forget, cell, output = np.split(weights[f"model.decoder.rnn.{name}"], 4)
    return np.concatenate([given, output, forget, cell])


tensors = {
    "lstm.w": by_gate("weight_ih")[None],
    "lstm.r": by_gate("weight_hh")[None],
    "lstm.b": np.concatenate([by_gate("bias_ih"), by_gate("bias_hh")])[None],
    "decoder.w": weights["model.decoder.decoder.2.weight"].reshape(1, UNITS).T,
    "decoder.b": weights["model.decoder.decoder.2.bias"],
}
nodes = []


def add(operator, inputs, *outputs, **attributes):
    nodes.append(helper.make_node(operator, inputs, list(outputs), **attributes))
    return outputs[0]


def numbers(*values):
    name = f"[{', '.join(map(str, values))}]"
    tensors[name] = np.array(values, dtype=np.int64)
    return name


def convolve(name, given, steps, kernel, stride=1, pad=0, bias=None):
    """Convolves `given` (frames, steps, channels in) with `kernel` (taps, channels in, channels out).

    A runtime's own convolution multiplies matrices for each frame by itself, and they are as narrow as the few steps
    of a frame. Here the steps that each tap meets are put side by side, and one multiplication serves all frames.
    """
    count = (steps + 2 * pad - len(kernel)) // stride + 1
    begins = {tap: tap - pad for tap in range(len(kernel))}
    # A tap that meets nothing but padding adds nothing.
    met = [tap for tap, at in begins.items() if any(0 <= at + t * stride < steps for t in range(count))]
    if begins[met[0]] < 0:
        given = add("Pad", [given, numbers(0, pad, 0, 0, pad, 0)], f"{name} padded")
        begins = {tap: at + pad for tap, at in begins.items()}
    one, axis = numbers(1), numbers(stride)
    taken = []
    for tap in met:
        end = begins[tap] + (count - 1) * stride + 1
        slice = [given, numbers(begins[tap]), numbers(end), one, axis]
        taken.append(add("Slice", slice, f"{name} tap {tap}"))
    beside = add("Concat", taken, f"{name} taps", axis=2)
    matrix = np.concatenate([kernel[tap] for tap in met])
    rows = add("Reshape", [beside, numbers(-1, len(matrix))], f"{name} rows")
    tensors[f"{name}.w"] = matrix
    if bias is None:
        return add("MatMul", [rows, f"{name}.w"], name), count
    tensors[f"{name}.b"] = bias
    return add("Gemm", [rows, f"{name}.w", f"{name}.b"], name), count


add("Reshape", ["input", numbers(-1, CONTEXT_AND_FRAME)], "frames")
add("Pad", ["frames", numbers(0, 0, 0, HOP // 2)], "padded", mode="reflect")
hops = (CONTEXT_AND_FRAME + HOP // 2) // HOP
add("Reshape", ["padded", numbers(-1, hops, HOP)], "hops")
# A window of the Fourier transform is two hops.
basis = weights["model.stft.forward_basis_buffer"].reshape(2 * BINS, 2, HOP).transpose(1, 2, 0)
spectrum, steps = convolve("spectrum", "hops", hops, basis)
add("Split", [spectrum, numbers(BINS, BINS)], "real", "imaginary", axis=1)
add("Mul", ["real", "real"], "real squared")
add("Mul", ["imaginary", "imaginary"], "imaginary squared")
add("Add", ["real squared", "imaginary squared"], "power")
encoded = add("Sqrt", ["power"], "magnitude")
for i, stride in enumerate([1, 2, 2, 1]):
    kernel = weights[f"model.encoder.{i}.reparam_conv.weight"].transpose(2, 1, 0)
    bias = weights[f"model.encoder.{i}.reparam_conv.bias"]
    given = add("Reshape", [encoded, numbers(-1, steps, kernel.shape[1])], f"encoder {i} given")
    convolved, steps = convolve(f"encoder {i}", given, steps, kernel, stride, 1, bias)
    encoded = add("Relu", [convolved], f"encoded {i}")
add("Shape", ["input"], "shape")
add("Slice", ["shape", numbers(0), numbers(2), numbers(0)], "frames and pieces")
add("Concat", ["frames and pieces", numbers(UNITS)], "sequence shape", axis=0)
add("Reshape", [encoded, "sequence shape"], "sequence")
add("Split", ["state"], "hidden", "cell", axis=0)
memory = ["sequence", "lstm.w", "lstm.r", "lstm.b", "", "hidden", "cell"]
add("LSTM", memory, "said", "hidden after", "cell after", hidden_size=UNITS)
add("Concat", ["hidden after", "cell after"], "stateN", axis=0)
add("Squeeze", ["said", numbers(1)], "heard")
add("Relu", ["heard"], "decoded")
add("MatMul", ["decoded", "decoder.w"], "weighed")
add("Add", ["weighed", "decoder.b"], "logit")
add("Sigmoid", ["logit"], "likelihood")
add("Squeeze", ["likelihood", numbers(2)], "output")
used = {name for one in nodes for name in one.input}
value = helper.make_tensor_value_info
graph = helper.make_graph(
    nodes,
    "silero_vad_16k in sequences",
    [
        value("input", TensorProto.FLOAT, ["steps", "pieces", CONTEXT_AND_FRAME]),
        value("state", TensorProto.FLOAT, [2, "pieces", UNITS]),
    ],
    [
        value("output", TensorProto.FLOAT, ["steps", "pieces"]),
        value("stateN", TensorProto.FLOAT, [2, "pieces", UNITS]),
    ],
    [numpy_helper.from_array(np.ascontiguousarray(t), name) for name, t in tensors.items() if name in used],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], producer_name="Silero VAD")
model.ir_version = published.ir_version
onnx.checker.check_model(model)
onnx.save(model, sys.argv[2])
